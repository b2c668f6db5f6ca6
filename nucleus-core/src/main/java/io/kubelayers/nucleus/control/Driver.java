package io.kubelayers.nucleus.control;

/** Runs controllers. */
public interface Driver extends AutoCloseable {
    /** Stops running them; what they did stays. */
    @Override
    void close();
}
