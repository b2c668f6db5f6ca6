package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.stream.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A watch over a WebSocket: a text message an event (apiserver {@code endpoints/handlers/watch.go}, HandleWS).
 */
final class EventChannels implements Broadcast {
    private final EventStream events;
    private final InstantSource clock;
    private final Instant end;

    EventChannels(EventStream events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
        this.end = clock.instant().plus(events.timeout());
    }

    /** The answer in the form the client asked for: a watch that wants a WebSocket gets one. */
    static HttpResponse upgraded(HttpResponse answer, HttpRequest request, InstantSource clock) {
        if (!(answer.payload() instanceof EventStream events)) {
            return answer;
        }
        var wanted = UpgradeRequest.of(request);
        if (!wanted.isWebSocket()) {
            return answer;
        }
        var protocol = wanted.protocols().size() == 1 ? wanted.protocols().get(0) : "";
        return new HttpResponse(
                101,
                Headers.NONE,
                new Upgrade(Upgrade.Transport.WEBSOCKET, protocol, new EventChannels(events, clock)));
    }

    @Override
    public Optional<Frame> poll() {
        return events.poll().map(bytes -> Frame.text(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public boolean ended() {
        return events.ended() || !clock.instant().isBefore(end);
    }

    @Override
    public Optional<Instant> nextAt() {
        return Optional.of(end);
    }

    @Override
    public void onReady(Runnable wake) {
        events.onEvents(wake);
    }

    @Override
    public void close() {
        events.close();
    }
}
