package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiException;
import java.util.Optional;

/**
 * A watch that can't show what it was asked for. Upstream has accepted it by the time it finds out, so that the error comes
 * as the first event ({@code cacher.Watch}).
 */
final class FailedWatch implements WatchStream {
    private final ApiException why;

    FailedWatch(ApiException why) {
        this.why = why;
    }

    @Override
    public Optional<Event> poll() {
        throw why;
    }

    @Override
    public void onEvents(Runnable wake) {
        wake.run();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
