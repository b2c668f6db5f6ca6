package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.stream.Channels;
import io.kubelayers.interfaces.http.stream.Frame;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Sends what channels have, one frame at a time, and lets the client send on when they take more: no thread waits, and
 * neither side holds more than a frame of what the other is too slow for.
 */
abstract class ChannelSender extends IteratingCallback implements LongRunning.Open {
    /**
     * How long nothing is sent when a client has just connected. Those of kubectl 1.30 to 1.33 begin to read before they know
     * their channels, and lose what comes sooner than any real agent of a node could answer.
     */
    private static final long HEAD_START_MILLIS = 20;

    private final Channels channels;
    private final Executor executor;
    private final Scheduler scheduler;
    private final Alarm alarm;
    private final LongRunning running;
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();

    ChannelSender(Channels channels, InstantSource clock, Executor executor, Scheduler scheduler, LongRunning running) {
        this.channels = channels;
        this.executor = executor;
        this.scheduler = scheduler;
        this.running = running;
        this.alarm = new Alarm(scheduler, clock, this::wake);
    }

    /** Sends a frame and tells this callback. */
    abstract void send(Frame frame);

    /** Reads on. */
    abstract void read();

    /** Closes the connection: all is said. */
    abstract void end();

    void start() {
        running.add(this);
        begin();
    }

    /** Starts, and reads, when the client has had time to get ready. */
    void startLater() {
        running.add(this);
        scheduler.schedule(
                () -> executor.execute(() -> {
                    if (!released.get()) {
                        read();
                        begin();
                    }
                }),
                HEAD_START_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void begin() {
        channels.onReady(this::wake);
        iterate();
    }

    /**
     * Passes on what came; nothing more is read before the channels take it.
     *
     * @throws io.kubelayers.interfaces.http.stream.ChannelException if it is none of the protocol
     */
    void received(Frame frame) {
        synchronized (channels) {
            channels.receive(frame);
        }
        held.set(true);
        wake();
    }

    private void wake() {
        executor.execute(this::iterate);
    }

    void release() {
        if (released.compareAndSet(false, true)) {
            running.remove(this);
            alarm.cancel();
            synchronized (channels) {
                channels.close();
            }
        }
    }

    @Override
    protected Action process() {
        synchronized (channels) {
            if (released.get()) {
                return Action.IDLE;
            }
            var frame = channels.poll();
            if (frame.isPresent()) {
                send(frame.get());
                return Action.SCHEDULED;
            }
            if (channels.ended()) {
                release();
                end();
                return Action.IDLE;
            }
            if (channels.wantsFrames() && held.compareAndSet(true, false)) {
                read();
            }
            alarm.set(channels.nextAt());
            return Action.IDLE;
        }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        release();
    }
}
