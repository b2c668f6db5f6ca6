package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures extension points and plugins, where somebody wants to know. Belongs to one thread if so. */
final class Meter {
    /** Nobody does. */
    static final Meter NONE = new Meter("", null, SchedulerMetrics.NONE);

    /** Upstream's {@code pluginMetricsSamplePercent}: plugins are measured in one of so many cycles. */
    private static final int CYCLES = 10;

    private static final StateKey<Boolean> SAMPLED = StateKey.named("plugins are measured");

    private final String profile;
    private final @Nullable InstantSource clock;
    private final SchedulerMetrics metrics;
    private int cycles;

    private Meter(String profile, @Nullable InstantSource clock, SchedulerMetrics metrics) {
        this.profile = profile;
        this.clock = clock;
        this.metrics = metrics;
    }

    static Meter of(String profile, InstantSource clock, SchedulerMetrics metrics) {
        return metrics == SchedulerMetrics.NONE ? NONE : new Meter(profile, clock, metrics);
    }

    /** When it is now; some instant if nobody wants to know. */
    Instant start() {
        return clock == null ? Instant.EPOCH : clock.instant();
    }

    void stop(ExtensionPoint point, Status.Code outcome, Instant start) {
        if (clock != null) {
            metrics.ran(profile, point, outcome, Duration.between(start, clock.instant()));
        }
    }

    Status measure(ExtensionPoint point, Supplier<Status> work) {
        if (clock == null) {
            return work.get();
        }
        var start = start();
        var status = work.get();
        stop(point, status.code(), start);
        return status;
    }

    /** A cycle begins: plugins are measured in this one, or are not. */
    void begin(CycleState state) {
        if (clock != null && cycles++ % CYCLES == 0) {
            state.write(SAMPLED, true);
        }
    }

    /** Whether plugins are measured in this cycle. */
    boolean isSampled(CycleState state) {
        return clock != null && state.read(SAMPLED) != null;
    }

    /** Whether plugins are counted. */
    boolean counts() {
        return clock != null;
    }

    /** Runs a plugin, and measures it if this cycle is one of those. */
    <T> T run(Plugin plugin, ExtensionPoint point, CycleState state, Supplier<T> work, Function<T, Status> status) {
        if (!isSampled(state)) {
            return work.get();
        }
        var start = start();
        var answer = work.get();
        executed(plugin, point, status.apply(answer).code(), Duration.between(start, start()));
        return answer;
    }

    /** The same for plugins that answer by a status. */
    Status run(Plugin plugin, ExtensionPoint point, CycleState state, Supplier<Status> work) {
        return run(plugin, point, state, work, Function.identity());
    }

    void executed(Plugin plugin, ExtensionPoint point, Status.Code outcome, Duration took) {
        metrics.executed(plugin.name(), point, outcome, took);
    }

    /** A plugin was asked about so many nodes. */
    void evaluated(Plugin plugin, ExtensionPoint point, int times) {
        if (clock != null && times > 0) {
            metrics.evaluated(profile, plugin.name(), point, times);
        }
    }
}
