package io.kubelayers.interfaces.http.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that last as long as their client likes: watches, logs that are followed, sessions in containers, forwarded
 * ports. A server that stops does not wait for them but ends them (apiserver {@code pkg/server/genericapiserver.go}).
 */
final class LongRunning implements AutoCloseable {
    /** One of them. */
    interface Open {
        /** Ends it from the server's side. Called on any thread, maybe more than once. */
        void stop();
    }

    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    void add(Open request) {
        open.add(request);
        if (closed) {
            // it came while the others were being ended
            request.stop();
        }
    }

    void remove(Open request) {
        open.remove(request);
    }

    /** Ends all there are, and at once whatever comes later. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Open::stop);
    }
}
