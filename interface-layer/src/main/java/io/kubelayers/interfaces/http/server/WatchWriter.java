package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.EventStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of a watch as they come. No thread waits for them: a write to the store wakes the watch, which then
 * takes what there is, sends it, and goes to sleep when there is nothing more. A client that reads slowly holds up only
 * itself, since nothing is taken before the last was sent.
 */
final class WatchWriter extends IteratingCallback implements LongRunning.Open {
    /** Events are sent together up to this size. */
    private static final int BATCH = 64 * 1024;

    private final Response response;
    private final Callback callback;
    private final EventStream events;
    private final Watches watches;
    private final LongRunning running;
    private final ByteBufferPool buffers;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final List<byte[]> batch = new ArrayList<>(0);
    private boolean begun;
    private volatile boolean expired;
    private boolean last;
    private @Nullable RetainableByteBuffer sending;
    private Scheduler.@Nullable Task end;

    private WatchWriter(
            Request request,
            Response response,
            Callback callback,
            EventStream events,
            Watches watches,
            LongRunning running) {
        this.response = response;
        this.callback = callback;
        this.events = events;
        this.watches = watches;
        this.running = running;
        this.buffers = request.getComponents().getByteBufferPool();
    }

    static void start(
            Request request,
            Response response,
            Callback callback,
            EventStream events,
            Watches watches,
            LongRunning running) {
        var writer = new WatchWriter(request, response, callback, events, watches, running);
        // a watch may be silent for as long as it lasts
        request.addIdleTimeoutListener(silence -> false);
        request.addFailureListener(gone -> writer.abort(gone));
        writer.end = request.getComponents()
                .getScheduler()
                .schedule(writer::stop, events.timeout().toMillis(), TimeUnit.MILLISECONDS);
        running.add(writer);
        events.onEvents(writer::wake);
        writer.iterate();
    }

    private void wake() {
        if (!awake.get() && awake.compareAndSet(false, true)) {
            watches.wake(this);
        }
    }

    /** Takes what has come since it was woken. */
    void look() {
        awake.set(false);
        iterate();
    }

    /** Ends the watch behind what has come. */
    @Override
    public void stop() {
        expired = true;
        iterate();
    }

    @Override
    protected Action process() {
        giveBack();
        if (last) {
            return Action.SUCCEEDED;
        }
        int size = take();
        last = expired || events.ended();
        if (size == 0 && begun && !last) {
            return Action.IDLE;
        }
        // the first write sends the headers, so that the client knows that it watches
        begun = true;
        response.write(last, joined(size), this);
        return Action.SCHEDULED;
    }

    /** Takes what has come, up to a batch; how many bytes it is. */
    private int take() {
        int size = 0;
        for (var event = events.poll(); event.isPresent(); event = events.poll()) {
            batch.add(event.get());
            size += event.get().length;
            if (size >= BATCH) {
                break;
            }
        }
        return size;
    }

    /** The batch in one buffer, since each write is a chunk to be framed and a system call. */
    private ByteBuffer joined(int size) {
        if (size == 0) {
            return BufferUtil.EMPTY_BUFFER;
        }
        var shared = watches.batch().join(batch, size, buffers);
        sending = shared;
        batch.clear();
        return shared.getByteBuffer().duplicate();
    }

    private void giveBack() {
        if (sending != null) {
            sending.release();
            sending = null;
        }
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
        giveBack();
        running.remove(this);
        events.close();
        if (end != null) {
            end.cancel();
        }
    }
}
