package io.kubelayers.interfaces.remote;

import com.google.common.util.concurrent.Uninterruptibles;
import io.kubelayers.nucleus.election.LeaderElector;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs for leader on a thread of its own, leads once, and ends when it no longer does: whoever lost the lease cannot know
 * what it may have missed. Upstream: {@code Run}, {@code acquire} and {@code renew} of {@code leaderelection.go}.
 */
final class LeaderLoop {
    /** Upstream's {@code JitterFactor}: candidates must not all try at the same time. */
    private static final double JITTER = 1.2;

    private final @Nullable LeaderElector elector;
    private final Runnable lead;
    private final Runnable stepDown;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean releases = true;

    private LeaderLoop(@Nullable LeaderElector elector, Runnable lead, Runnable stepDown) {
        this.elector = elector;
        this.lead = lead;
        this.stepDown = stepDown;
        this.thread = new Thread(this::run, "kubelayers-leader");
        thread.setDaemon(true);
    }

    /**
     * One of several.
     *
     * @param lead is run when it begins to lead; must return
     * @param stepDown is run when it ceases to; must not return before nothing is done any more
     */
    static LeaderLoop of(LeaderElector elector, Runnable lead, Runnable stepDown) {
        return new LeaderLoop(elector, lead, stepDown);
    }

    /** The only one: leads until it is stopped. */
    static LeaderLoop alone(Runnable lead, Runnable stepDown) {
        return new LeaderLoop(null, lead, stepDown);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            var candidate = elector;
            if (candidate != null && !acquire(candidate)) {
                return;
            }
            try {
                lead.run();
                if (candidate == null) {
                    Uninterruptibles.awaitUninterruptibly(stopping);
                } else {
                    renew(candidate);
                }
            } finally {
                stepDown.run();
                if (candidate != null && releases) {
                    candidate.release();
                }
            }
        } finally {
            ended.countDown();
        }
    }

    private boolean acquire(LeaderElector candidate) {
        while (!candidate.tryAcquireOrRenew()) {
            if (isStoppedWithin(jittered(candidate.settings().retryPeriod()))) {
                return false;
            }
        }
        return true;
    }

    /** Renews until it cannot. */
    private void renew(LeaderElector candidate) {
        var settings = candidate.settings();
        long renewed = System.nanoTime();
        while (!isStoppedWithin(settings.retryPeriod())) {
            if (candidate.tryAcquireOrRenew()) {
                renewed = System.nanoTime();
            } else if (System.nanoTime() - renewed >= settings.renewDeadline().toNanos() || !candidate.isLeader()) {
                return;
            }
        }
    }

    private static Duration jittered(Duration period) {
        return period.plusNanos((long) (ThreadLocalRandom.current().nextDouble() * JITTER * period.toNanos()));
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }

    /** Waits until it was stopped or has lost the lead. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Stops, and lets others lead at once. */
    void stop() {
        stopping.countDown();
    }

    /** Stops as a process does that dies: nobody is told. */
    void abandon() {
        releases = false;
        stopping.countDown();
    }
}
