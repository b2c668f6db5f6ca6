package io.kubelayers.nucleus.nodelifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How badly a zone is hit, which says how fast its nodes are given up: if many fail at once, it is more likely the network
 * than the nodes (node_lifecycle_controller.go, ComputeZoneState).
 */
enum ZoneDisruption {
    /** Most nodes are ready: one node every ten seconds. */
    NORMAL,
    /** 55 % or more are not ready, and more than two: one node every 100 s in zones above 50 nodes, none in small ones. */
    PARTIAL,
    /** No node is ready: as fast as normal, unless it is so in every zone. */
    FULL;

    private static final double UNHEALTHY = 0.55;
    private static final int LARGE = 50;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration SECONDARY_INTERVAL = Duration.ofSeconds(100);

    static ZoneDisruption of(int ready, int notReady) {
        if (ready == 0 && notReady > 0) {
            return FULL;
        }
        // as upstream, in single precision
        boolean unhealthy = notReady > 2 && (float) notReady / (float) (notReady + ready) >= (float) UNHEALTHY;
        return unhealthy ? PARTIAL : NORMAL;
    }

    /** The time between two nodes of a zone of that many; null if none is given up. */
    @Nullable
    Duration interval(int nodes) {
        if (this != PARTIAL) {
            return INTERVAL;
        }
        return nodes > LARGE ? SECONDARY_INTERVAL : null;
    }
}
