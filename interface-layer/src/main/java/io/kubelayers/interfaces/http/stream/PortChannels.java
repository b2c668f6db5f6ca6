package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.streaming.PodPorts;
import io.kubelayers.nucleus.streaming.PortConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Connections to ports over channels (cri/streaming/portforward {@code websocket.go}): two for each port, its bytes and
 * after them its errors. The first message of each channel is the number of its port, two bytes, the low one first.
 */
public final class PortChannels implements Channels {
    private static final int LARGEST = 32 * 1024;

    private final ChannelProtocol protocol;
    private final List<Integer> ports;
    private final List<PortConnection> connections = new ArrayList<>();
    private final boolean[] told;
    private final Queue<Frame> ready = new ArrayDeque<>();
    private int next;

    private PortChannels(PodPorts pod, List<Integer> ports, ChannelProtocol protocol) {
        this.protocol = protocol;
        this.ports = List.copyOf(ports);
        this.told = new boolean[ports.size()];
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(i);
            var number = new byte[] {(byte) port, (byte) (port >> 8)};
            ready.add(protocol.encode(2 * i, number));
            ready.add(protocol.encode(2 * i + 1, number));
            connections.add(pod.connect(port));
        }
    }

    /** Connects to ports of a pod. */
    public static PortChannels of(PodPorts pod, List<Integer> ports, ChannelProtocol protocol) {
        return new PortChannels(pod, ports, protocol);
    }

    @Override
    public void receive(Frame frame) {
        int channel = protocol.channel(frame);
        var content = protocol.content(frame);
        if (channel >= 0 && channel % 2 == 0 && channel / 2 < connections.size() && content.length > 0) {
            connections.get(channel / 2).send(content);
        }
    }

    @Override
    public boolean wantsFrames() {
        for (var connection : connections) {
            if (!connection.wantsBytes()) {
                return false;
            }
        }
        return true;
    }

    /** Ports take turns, so that a busy one does not hold up the others. */
    @Override
    public Optional<Frame> poll() {
        for (int i = 0; i < connections.size() && ready.isEmpty(); i++) {
            int at = next;
            next = (next + 1) % connections.size();
            take(at);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void take(int index) {
        var connection = connections.get(index);
        var bytes = connection.poll();
        if (bytes.isPresent()) {
            var content = bytes.get();
            for (int from = 0; from < content.length; from += LARGEST) {
                var piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + LARGEST));
                ready.add(protocol.encode(2 * index, piece));
            }
        } else if (!told[index] && connection.ended()) {
            told[index] = true;
            var failure = connection.failure();
            if (failure.isPresent()) {
                var text = "error forwarding port " + ports.get(index) + " to pod: " + failure.get();
                ready.add(protocol.encode(2 * index + 1, text.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Override
    public boolean ended() {
        if (!ready.isEmpty()) {
            return false;
        }
        for (boolean one : told) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Instant> nextAt() {
        return connections.stream()
                .map(PortConnection::nextAt)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void onReady(Runnable wake) {
        connections.forEach(connection -> connection.onReady(wake));
    }

    @Override
    public void close() {
        connections.forEach(PortConnection::close);
    }
}
