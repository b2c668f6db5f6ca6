package io.kubelayers.fuzz;

/** Something that reads what it must not trust. */
@FunctionalInterface
public interface FuzzTarget {
    /** Reads an input; returns normally if it was read or refused as documented. */
    void run(byte[] input);
}
