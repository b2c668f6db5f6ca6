package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.stream.Frame;
import io.kubelayers.nucleus.streaming.LogStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A log over a WebSocket: messages of bytes, or of text that is base64, the first one empty (streaming
 * {@code httpstream/wsstream/stream.go}).
 */
final class LogChannels implements Broadcast {
    private static final String BASE64 = "base64.binary.k8s.io";
    private static final List<String> PROTOCOLS = List.of("binary.k8s.io", BASE64);

    private final LogStream log;
    private final boolean base64;
    private boolean greeted;

    private LogChannels(LogStream log, boolean base64) {
        this.log = log;
        this.base64 = base64;
    }

    /** The log in the first form that the client knows; without any it is bytes. */
    static HttpResponse upgraded(LogStream log, UpgradeRequest wanted) {
        var chosen = wanted.protocols().isEmpty()
                ? Optional.of("")
                : wanted.protocols().stream().filter(PROTOCOLS::contains).findFirst();
        if (chosen.isEmpty()) {
            log.close();
            return HttpResponse.text(403, "");
        }
        var channels = new LogChannels(log, chosen.get().equals(BASE64));
        return new HttpResponse(101, Headers.NONE, new Upgrade(Upgrade.Transport.WEBSOCKET, chosen.get(), channels));
    }

    @Override
    public Optional<Frame> poll() {
        if (!greeted) {
            greeted = true;
            return Optional.of(frame(new byte[0]));
        }
        return log.poll().map(this::frame);
    }

    private Frame frame(byte[] bytes) {
        return base64 ? Frame.text(Base64.getEncoder().encodeToString(bytes)) : Frame.binary(bytes);
    }

    @Override
    public boolean ended() {
        return greeted && log.ended();
    }

    @Override
    public Optional<Instant> nextAt() {
        return log.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        log.onReady(wake);
    }

    @Override
    public void close() {
        log.close();
    }
}
