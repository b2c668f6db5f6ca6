package io.kubelayers.interfaces.http.stream;

import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.ContainerProcess.Exit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * A process over channels: 0 input, 1 output, 2 errors, 3 how it ended, 4 the size of the terminal, and since version 5 255
 * by which the client closes another. The first message is empty and says that all is connected.
 */
public final class ProcessChannels implements Channels {
    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int ERROR = 3;
    private static final int RESIZE = 4;
    private static final int CLOSE = 255;

    /** Output goes in messages of this size at most. */
    private static final int LARGEST = 32 * 1024;

    private final ContainerProcess process;
    private final ChannelProtocol protocol;
    private final AskedStreams asked;
    private final Queue<Frame> ready = new ArrayDeque<>();
    private boolean told;

    private ProcessChannels(ContainerProcess process, ChannelProtocol protocol, AskedStreams asked) {
        this.process = process;
        this.protocol = protocol;
        this.asked = asked;
        boolean errors = asked.stderr() && !asked.terminal();
        ready.add(protocol.encode(asked.stdout() ? STDOUT : errors ? STDERR : ERROR, new byte[0]));
        if (!asked.stdin()) {
            process.inputEnded();
        }
    }

    /** Connects a process. */
    public static ProcessChannels of(ContainerProcess process, ChannelProtocol protocol, AskedStreams asked) {
        return new ProcessChannels(process, protocol, asked);
    }

    @Override
    public void receive(Frame frame) {
        int channel = protocol.channel(frame);
        switch (channel) {
            case STDIN -> input(protocol.content(frame));
            case RESIZE -> resize(protocol.content(frame));
            case CLOSE -> closeChannel(protocol.content(frame));
            default -> {
                // channels that the client does not write to are ignored, as upstream ignores them
            }
        }
    }

    private void input(byte[] bytes) {
        if (asked.stdin() && bytes.length > 0) {
            process.input(bytes);
        }
    }

    private void closeChannel(byte[] content) {
        if (protocol.version() >= 5 && content.length > 0 && content[0] == STDIN) {
            process.inputEnded();
        }
    }

    private void resize(byte[] content) {
        if (asked.terminal()) {
            TerminalSizes.parse(content).ifPresent(process::resize);
        }
    }

    @Override
    public boolean wantsFrames() {
        return process.wantsInput();
    }

    @Override
    public Optional<Frame> poll() {
        while (ready.isEmpty()) {
            var output = process.poll();
            if (output.isPresent()) {
                put(output.get());
                continue;
            }
            if (!told) {
                process.exit().ifPresent(this::tell);
            }
            break;
        }
        return Optional.ofNullable(ready.poll());
    }

    private void put(ContainerProcess.Output output) {
        if (output.error() ? !asked.stderr() : !asked.stdout()) {
            return;
        }
        var bytes = output.bytes();
        for (int from = 0; from < bytes.length; from += LARGEST) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LARGEST));
            ready.add(protocol.encode(output.error() ? STDERR : STDOUT, piece));
        }
    }

    private void tell(Exit exit) {
        told = true;
        if (protocol.version() < 4) {
            var text = ExitStatus.text(exit);
            if (!text.isEmpty()) {
                ready.add(protocol.encode(ERROR, text.getBytes(StandardCharsets.UTF_8)));
            }
            return;
        }
        // the newest protocol is spoken by the API server, which repeats what it heard from the agent
        var shown = protocol.version() >= 5
                        && exit.failure() != null
                        && !exit.failure().startsWith("unable to upgrade")
                ? Exit.failed("Internal error occurred: " + exit.failure())
                : exit;
        var message = "command terminated with non-zero exit code: command terminated with exit code " + exit.code();
        ready.add(protocol.encode(ERROR, ExitStatus.json(shown, message).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean ended() {
        return told && ready.isEmpty();
    }

    @Override
    public Optional<Instant> nextAt() {
        return process.nextAt();
    }

    @Override
    public void onReady(Runnable wake) {
        process.onReady(wake);
    }

    @Override
    public void close() {
        process.close();
    }
}
