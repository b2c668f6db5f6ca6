package io.kubelayers.nucleus.codec;

import org.jspecify.annotations.Nullable;

/** Reads values of one API type from trees and writes them: made once a type, asked for every value. */
abstract class ValueCodec {
    /**
     * Reads a tree that is not null.
     *
     * @throws WrongValue if the tree is no value of the type
     */
    abstract Object read(Object tree, Decoding in);

    /** Writes a value of the type. */
    abstract void write(Object value, Sink out);

    /** What null means inside a list or map: the type's zero value, as in Go. */
    abstract @Nullable Object zero();

    /** Whether the value counts as empty for leaving it out, or writing it as null: lists, maps and bytes only. */
    boolean empty(Object value) {
        return false;
    }

    /** Name of the type in upstream's error messages, such as {@code int32} or {@code []v1.Container}. */
    abstract String goType();
}
