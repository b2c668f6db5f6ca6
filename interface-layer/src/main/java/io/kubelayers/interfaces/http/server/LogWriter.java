package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.streaming.LogStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Sends a log as it comes, holding one piece of it at a time. No thread waits for more. */
final class LogWriter extends IteratingCallback implements LongRunning.Open {
    private final Response response;
    private final Callback callback;
    private final LogStream log;
    private final Alarm alarm;
    private final LongRunning running;
    private final Runnable wake;
    private boolean begun;
    private boolean last;
    private volatile boolean stopped;

    private LogWriter(
            Request request,
            Response response,
            Callback callback,
            LogStream log,
            InstantSource clock,
            LongRunning running) {
        this.response = response;
        this.callback = callback;
        this.log = log;
        this.running = running;
        Executor executor = request.getComponents().getExecutor();
        this.wake = () -> executor.execute(this::iterate);
        this.alarm = new Alarm(request.getComponents().getScheduler(), clock, wake);
        log.onReady(wake);
    }

    static void start(
            Request request,
            Response response,
            Callback callback,
            LogStream log,
            InstantSource clock,
            LongRunning running) {
        var writer = new LogWriter(request, response, callback, log, clock, running);
        // a log may be silent for as long as its container lives
        request.addIdleTimeoutListener(silence -> false);
        request.addFailureListener(writer::abort);
        running.add(writer);
        writer.iterate();
    }

    /** Ends the log behind what has been said. */
    @Override
    public void stop() {
        stopped = true;
        wake.run();
    }

    @Override
    protected Action process() {
        if (last) {
            return Action.SUCCEEDED;
        }
        var piece = log.poll();
        last = piece.isEmpty() && (log.ended() || stopped);
        if (piece.isEmpty() && begun && !last) {
            alarm.set(log.nextAt());
            return Action.IDLE;
        }
        // the first write sends the headers, so that the client knows that it follows
        begun = true;
        response.write(last, ByteBuffer.wrap(piece.orElse(new byte[0])), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        release();
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        release();
        callback.failed(cause);
    }

    private void release() {
        running.remove(this);
        alarm.cancel();
        log.close();
    }
}
