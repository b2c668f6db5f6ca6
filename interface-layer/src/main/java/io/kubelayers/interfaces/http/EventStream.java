package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.WatchStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The body of a watch: one text an event, to be sent as they come. Pull based as the {@link WatchStream} behind it; when
 * the history a watch needs is gone, its last event is an ERROR and the stream ends.
 */
public final class EventStream implements HttpResponse.Payload, AutoCloseable {
    private final WatchStream events;
    private final Function<WatchStream.Event, Optional<byte[]>> encode;
    private final Function<ApiException, byte[]> encodeError;
    private final Duration timeout;
    private boolean ended;

    EventStream(
            WatchStream events,
            Function<WatchStream.Event, Optional<byte[]>> encode,
            Function<ApiException, byte[]> encodeError,
            Duration timeout) {
        this.events = events;
        this.encode = encode;
        this.encodeError = encodeError;
        this.timeout = timeout;
    }

    /** The next event as it is sent, line break included; empty when there is none yet. */
    public Optional<byte[]> poll() {
        if (ended) {
            return Optional.empty();
        }
        try {
            for (var event = events.poll(); event.isPresent(); event = events.poll()) {
                var bytes = encode.apply(event.get());
                if (bytes.isPresent()) {
                    return bytes;
                }
            }
            return Optional.empty();
        } catch (ApiException broken) {
            ended = true;
            return Optional.of(encodeError.apply(broken));
        }
    }

    /** Whether nothing will come any more, however long one waits. */
    public boolean ended() {
        return ended;
    }

    /** How long the client wants to watch; the transport ends the stream then. */
    public Duration timeout() {
        return timeout;
    }

    /** Runs something whenever there may be more to poll. Called on writers' threads: must be short. */
    public void onEvents(Runnable wake) {
        events.onEvents(wake);
    }

    @Override
    public void close() {
        ended = true;
        events.close();
    }
}
