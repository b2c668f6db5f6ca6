package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.nucleus.control.Memory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a failed daemon pod is replaced on one node: at once, then after 1 second, doubling up to 15 minutes; a node
 * that held out for twice that long starts afresh.
 *
 * <p>Upstream source: {@code failedPodsBackoff} in {@code pkg/controller/daemon/daemon_controller.go}.
 */
final class FailedPodBackoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(15);

    private final Memory memory;
    private final String set;
    private final Instant now;
    private @Nullable Duration next;

    FailedPodBackoff(Memory memory, @Nullable String set, Instant now) {
        this.memory = memory;
        this.set = String.valueOf(set);
        this.now = now;
    }

    /** What is remembered of a node. */
    record Last(Instant replaced, Duration pause) {}

    /** Whether the failed pod on a node is replaced now; remembers it if so. */
    boolean mayReplace(String node) {
        var key = set + "/" + node;
        var last = memory.get(key, Last.class).orElse(null);
        if (last == null || now.isAfter(last.replaced.plus(MOST.multipliedBy(2)))) {
            memory.put(key, new Last(now, FIRST));
            return true;
        }
        var left = Duration.between(now, last.replaced.plus(last.pause));
        if (!left.isNegative() && !left.isZero()) {
            next = next == null || left.compareTo(next) < 0 ? left : next;
            return false;
        }
        var doubled = last.pause.multipliedBy(2);
        memory.put(key, new Last(now, doubled.compareTo(MOST) > 0 ? MOST : doubled));
        return true;
    }

    /** When the next held pod may be replaced; null if none is held. */
    @Nullable
    Duration next() {
        return next;
    }
}
