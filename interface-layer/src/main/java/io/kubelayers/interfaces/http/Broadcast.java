package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;

/** Channels on which only the server has something to say. */
interface Broadcast extends Channels {
    @Override
    default void receive(Frame frame) {
        // nothing a client says changes what it hears
    }

    @Override
    default boolean wantsFrames() {
        return true;
    }
}
