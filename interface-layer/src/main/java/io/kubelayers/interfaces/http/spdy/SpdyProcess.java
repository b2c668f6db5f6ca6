package io.kubelayers.interfaces.http.spdy;

import io.kubelayers.interfaces.http.stream.AskedStreams;
import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.ExitStatus;
import io.kubelayers.interfaces.http.stream.Frame;
import io.kubelayers.interfaces.http.stream.TerminalSizes;
import io.kubelayers.nucleus.streaming.ContainerProcess;
import io.kubelayers.nucleus.streaming.ContainerProcess.Exit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A process over SPDY (cri/streaming/remotecommand {@code httpstream.go}): a stream each for its error, input, output, errors
 * and the size of its terminal, told by the header {@code streamtype}. It is shown nothing before all that were asked for
 * are there.
 */
public final class SpdyProcess implements Channels, StreamListener {
    /** Since this version the end is told as a Status. */
    private static final int WITH_STATUS = 4;

    private final ContainerProcess process;
    private final AskedStreams asked;
    private final int version;
    private final SpdyConnection spdy = new SpdyConnection(this);
    private final Map<String, SpdyStream> streams = new TreeMap<>();
    private boolean told;

    private SpdyProcess(ContainerProcess process, AskedStreams asked, int version) {
        this.process = process;
        this.asked = asked;
        this.version = version;
        if (!asked.stdin()) {
            process.inputEnded();
        }
    }

    /**
     * Connects a process.
     *
     * @param version of the protocol inside, 1 to 4
     */
    public static SpdyProcess of(ContainerProcess process, AskedStreams asked, int version) {
        return new SpdyProcess(process, asked, version);
    }

    private boolean isComplete() {
        return streams.containsKey("error")
                && (!asked.stdin() || streams.containsKey("stdin"))
                && (!asked.stdout() || streams.containsKey("stdout"))
                && (!asked.stderr() || asked.terminal() || streams.containsKey("stderr"));
    }

    @Override
    public void opened(SpdyStream stream) {
        streams.putIfAbsent(stream.header("streamtype"), stream);
    }

    @Override
    public void received(SpdyStream stream, byte[] bytes) {
        switch (stream.header("streamtype")) {
            case "stdin" -> process.input(bytes);
            case "resize" -> TerminalSizes.parse(bytes).ifPresent(process::resize);
            default -> {
                // the others are the server's to write
            }
        }
    }

    @Override
    public void finished(SpdyStream stream) {
        if (stream.header("streamtype").equals("stdin")) {
            process.inputEnded();
        }
    }

    @Override
    public void reset(SpdyStream stream) {
        finished(stream);
    }

    @Override
    public void receive(Frame frame) {
        spdy.receive(frame.bytes());
    }

    @Override
    public boolean wantsFrames() {
        return !isComplete() || told || process.wantsInput();
    }

    @Override
    public Optional<Frame> poll() {
        while (!spdy.hasOutput() && isComplete() && !told) {
            var output = process.poll();
            if (output.isPresent()) {
                var stream = streams.get(output.get().error() ? "stderr" : "stdout");
                if (stream != null) {
                    spdy.write(stream, output.get().bytes());
                }
                continue;
            }
            process.exit().ifPresent(this::tell);
            break;
        }
        return spdy.poll().map(Frame::binary);
    }

    private void tell(Exit exit) {
        told = true;
        var error = streams.get("error");
        var text = version >= WITH_STATUS
                ? ExitStatus.json(exit, "command terminated with non-zero exit code: " + exit.code())
                : ExitStatus.text(exit);
        if (error != null && !text.isEmpty()) {
            spdy.write(error, text.getBytes(StandardCharsets.UTF_8));
        }
        streams.values().forEach(spdy::finish);
    }

    @Override
    public boolean ended() {
        return told && !spdy.hasOutput();
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
        spdy.close();
    }
}
