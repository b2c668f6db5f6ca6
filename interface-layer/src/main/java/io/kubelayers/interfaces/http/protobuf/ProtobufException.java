package io.kubelayers.interfaces.http.protobuf;

/** Bytes that are no object in protobuf form: always the input's fault. */
public final class ProtobufException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProtobufException(String why) {
        super(why);
    }
}
