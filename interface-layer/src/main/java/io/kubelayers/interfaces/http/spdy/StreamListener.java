package io.kubelayers.interfaces.http.spdy;

/** Is told what a client does with its streams. */
interface StreamListener {
    /** A stream was opened. */
    void opened(SpdyStream stream);

    /** Bytes came on it. */
    void received(SpdyStream stream, byte[] bytes);

    /** The client will send no more on it. */
    void finished(SpdyStream stream);

    /** The client wants to have nothing more to do with it. */
    void reset(SpdyStream stream);
}
