package io.kubelayers.nucleus.streaming;

/** A process that takes what it is sent and does nothing with it. */
public interface DeafProcess extends ContainerProcess {
    @Override
    default boolean wantsInput() {
        return true;
    }

    @Override
    default void input(byte[] bytes) {
        // nobody reads it
    }

    @Override
    default void inputEnded() {
        // nobody waits for it
    }

    @Override
    default void resize(TerminalSize size) {
        // nothing is drawn
    }
}
