package io.kubelayers.nucleus.program;

/** A connection whose other end sends everything back. */
final class EchoConnection extends AnsweringConnection {
    @Override
    public void send(byte[] bytes) {
        answer(bytes.clone());
    }
}
