package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.EventStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of a watch as they come. No thread waits for them: a write to the store wakes the watch, which then
 * takes what there is, sends it, and goes to sleep when there is nothing more. A client that reads slowly holds up only
 * itself, since nothing is taken before the last was sent.
 */
final class WatchWriter extends IteratingCallback {
    /** Events are sent together up to this size. */
    private static final int BATCH = 64 * 1024;

    private final Response response;
    private final Callback callback;
    private final EventStream events;
    private final Executor executor;
    private boolean begun;
    private volatile boolean expired;
    private boolean last;
    private Scheduler.@Nullable Task end;

    private WatchWriter(Request request, Response response, Callback callback, EventStream events) {
        this.response = response;
        this.callback = callback;
        this.events = events;
        this.executor = request.getComponents().getExecutor();
    }

    static void start(Request request, Response response, Callback callback, EventStream events) {
        var writer = new WatchWriter(request, response, callback, events);
        // a watch may be silent for as long as it lasts
        request.addIdleTimeoutListener(silence -> false);
        request.addFailureListener(gone -> writer.abort(gone));
        writer.end = request.getComponents()
                .getScheduler()
                .schedule(writer::expire, events.timeout().toMillis(), TimeUnit.MILLISECONDS);
        events.onEvents(() -> writer.executor.execute(writer::iterate));
        writer.iterate();
    }

    private void expire() {
        expired = true;
        iterate();
    }

    @Override
    protected Action process() {
        if (last) {
            return Action.SUCCEEDED;
        }
        var batch = new ByteArrayOutputStream();
        while (batch.size() < BATCH) {
            var event = events.poll();
            if (event.isEmpty()) {
                break;
            }
            batch.writeBytes(event.get());
        }
        last = expired || events.ended();
        if (batch.size() == 0 && begun && !last) {
            return Action.IDLE;
        }
        // the first write sends the headers, so that the client knows that it watches
        begun = true;
        response.write(last, ByteBuffer.wrap(batch.toByteArray()), this);
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
        events.close();
        if (end != null) {
            end.cancel();
        }
    }
}
