package io.kubelayers.interfaces.http.spdy;

import java.util.SortedMap;

/** One stream of a connection, opened by the client. Each side ends its own direction. */
final class SpdyStream {
    private final int id;
    private final SortedMap<String, String> headers;
    private boolean finishedByClient;
    private boolean finishedByServer;

    SpdyStream(int id, SortedMap<String, String> headers) {
        this.id = id;
        this.headers = headers;
    }

    int id() {
        return id;
    }

    /** A header, "" if it is not there. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean finishedByClient() {
        return finishedByClient;
    }

    boolean finishedByServer() {
        return finishedByServer;
    }

    void clientFinished() {
        finishedByClient = true;
    }

    void serverFinished() {
        finishedByServer = true;
    }
}
