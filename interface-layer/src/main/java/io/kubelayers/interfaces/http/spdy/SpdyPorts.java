package io.kubelayers.interfaces.http.spdy;

import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import io.kubelayers.nucleus.streaming.PodPorts;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Connections to ports over SPDY (cri/streaming/portforward {@code httpstream.go}): two streams for each, one for its bytes
 * and one for its error, told by the headers {@code streamtype}, {@code port} and {@code requestid}. Any number of them, one
 * after the other or at the same time.
 */
public final class SpdyPorts implements Channels, StreamListener {
    private static final int MOST_PORTS = 65535;

    private final PodPorts pod;
    private final SpdyConnection spdy = new SpdyConnection(this);
    private final Map<String, Forward> forwards = new TreeMap<>();
    private Runnable wake = () -> {};

    /** A connection to a port, once both of its streams are there. */
    private static final class Forward {
        private @Nullable SpdyStream data;
        private @Nullable SpdyStream error;
        private @Nullable PortConnection connection;
        private final List<byte[]> early = new ArrayList<>();
    }

    private SpdyPorts(PodPorts pod) {
        this.pod = pod;
    }

    /** Gives access to the ports of a pod. */
    public static SpdyPorts of(PodPorts pod) {
        return new SpdyPorts(pod);
    }

    @Override
    public void opened(SpdyStream stream) {
        var forward = forwards.computeIfAbsent(key(stream), key -> new Forward());
        switch (stream.header("streamtype")) {
            case "data" -> forward.data = stream;
            case "error" -> forward.error = stream;
            default -> spdy.finish(stream);
        }
        if (forward.data != null && forward.error != null && forward.connection == null) {
            connect(stream, forward);
        }
    }

    private void connect(SpdyStream stream, Forward forward) {
        var text = stream.header("port");
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > MOST_PORTS) {
            fail(key(stream), forward, "unable to parse \"" + text + "\" as a port");
            return;
        }
        var connection = pod.connect(port);
        connection.onReady(wake);
        forward.connection = connection;
        forward.early.forEach(connection::send);
        forward.early.clear();
        if (forward.data != null && forward.data.finishedByClient()) {
            connection.sendEnded();
        }
    }

    private void fail(String key, Forward forward, String why) {
        if (forward.error != null) {
            spdy.write(forward.error, why.getBytes(StandardCharsets.UTF_8));
        }
        end(key, forward);
    }

    private void end(String key, Forward forward) {
        if (forward.connection != null) {
            forward.connection.close();
        }
        if (forward.data != null) {
            spdy.finish(forward.data);
        }
        if (forward.error != null) {
            spdy.finish(forward.error);
        }
        forwards.remove(key, forward);
    }

    private static String key(SpdyStream stream) {
        // clients without request ids use neighbouring streams, the one for errors first
        var request = stream.header("requestid");
        int pair = stream.header("streamtype").equals("data") ? stream.id() - 2 : stream.id();
        return request.isEmpty() ? "stream " + pair : request;
    }

    @Override
    public void received(SpdyStream stream, byte[] bytes) {
        var forward = forwards.get(key(stream));
        if (forward == null || forward.data != stream) {
            return;
        }
        if (forward.connection == null) {
            forward.early.add(bytes);
        } else {
            forward.connection.send(bytes);
        }
    }

    @Override
    public void finished(SpdyStream stream) {
        var forward = forwards.get(key(stream));
        if (forward != null && forward.data == stream && forward.connection != null) {
            forward.connection.sendEnded();
        }
    }

    @Override
    public void reset(SpdyStream stream) {
        var forward = forwards.get(key(stream));
        if (forward != null) {
            end(key(stream), forward);
        }
    }

    @Override
    public void receive(Frame frame) {
        spdy.receive(frame.bytes());
    }

    @Override
    public boolean wantsFrames() {
        for (var forward : forwards.values()) {
            if (forward.connection != null && !forward.connection.wantsBytes()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Frame> poll() {
        if (!spdy.hasOutput()) {
            for (var entry : List.copyOf(forwards.entrySet())) {
                take(entry.getKey(), entry.getValue());
            }
        }
        return spdy.poll().map(Frame::binary);
    }

    private void take(String key, Forward forward) {
        if (forward.connection == null || forward.data == null) {
            return;
        }
        var bytes = forward.connection.poll();
        if (bytes.isPresent()) {
            spdy.write(forward.data, bytes.get());
        } else if (forward.connection.ended()) {
            var failure = forward.connection.failure();
            var port = forward.data.header("port");
            if (failure.isPresent()) {
                var metadata = pod.pod().metadata();
                fail(
                        key,
                        forward,
                        "error forwarding port " + port + " to pod " + metadata.nameOrEmpty() + ", uid "
                                + metadata.uid() + ": " + failure.get());
            } else {
                end(key, forward);
            }
        }
    }

    @Override
    public boolean ended() {
        return spdy.isOver() && !spdy.hasOutput();
    }

    @Override
    public Optional<Instant> nextAt() {
        return forwards.values().stream()
                .map(forward -> forward.connection == null ? Optional.<Instant>empty() : forward.connection.nextAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void onReady(Runnable action) {
        wake = action;
        for (var forward : forwards.values()) {
            if (forward.connection != null) {
                forward.connection.onReady(action);
            }
        }
    }

    @Override
    public void close() {
        for (var forward : forwards.values()) {
            if (forward.connection != null) {
                forward.connection.close();
            }
        }
        forwards.clear();
        spdy.close();
    }
}
