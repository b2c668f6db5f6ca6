package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.NodeConditionBuilder;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a node is still heard of (pkg/controller/nodelifecycle/node_lifecycle_controller.go, tryUpdateNodeHealth): when
 * its lease was last renewed, or its status last written. After {@link #GRACE} without either its conditions are Unknown.
 *
 * @param status the node's status as it should be
 * @param nextLook how long the node may stay silent from now on; null if nothing will change without news
 * @param finding when it was heard of
 */
public record NodeHealth(Node.Status status, @Nullable Duration nextLook, Finding finding) implements Explained {
    /** How long a node may be silent, {@code --node-monitor-grace-period}: 50 s since 1.32. */
    public static final Duration GRACE = Duration.ofSeconds(50);

    /** How long a node may be silent that has never said anything, {@code --node-startup-grace-period}. */
    public static final Duration STARTUP_GRACE = Duration.ofSeconds(60);

    private static final String CODE = "node.health";

    private static final List<String> WATCHED = List.of(
            NodeCondition.Type.READY,
            NodeCondition.Type.MEMORY_PRESSURE,
            NodeCondition.Type.DISK_PRESSURE,
            NodeCondition.Type.PIDPRESSURE);

    /**
     * Looks at a node.
     *
     * @param lease the node's lease; one without {@code leaseDurationSeconds} stands for one that is renewed all the time
     */
    public static NodeHealth of(Node node, @Nullable Lease lease, Instant now) {
        var name = node.metadata().nameOrEmpty();
        if (lease != null && lease.spec().leaseDurationSeconds() == null) {
            return new NodeHealth(node.status(), null, Finding.pass(CODE, name, "its lease is renewed all the time"));
        }
        var ready = condition(node, NodeCondition.Type.READY);
        var heard = lastHeard(node, lease, ready);
        var deadline = heard.plus(ready == null ? STARTUP_GRACE : GRACE);
        var finding = Finding.note(CODE, name, "last heard of at " + heard).input("deadline", deadline.toString());
        if (now.isBefore(deadline)) {
            return new NodeHealth(node.status(), Duration.between(now, deadline), finding);
        }
        return new NodeHealth(
                unknown(node, now),
                null,
                Finding.fail(CODE, name, "not heard of since " + heard).because(finding));
    }

    private static Instant lastHeard(Node node, @Nullable Lease lease, @Nullable NodeCondition ready) {
        var created = node.metadata().creationTimestamp();
        var heard = created == null ? Instant.EPOCH : created;
        heard = later(heard, lease == null ? null : lease.spec().renewTime());
        return later(heard, ready == null ? null : ready.lastHeartbeatTime());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Node.Status unknown(Node node, Instant now) {
        var conditions = new ArrayList<>(node.status().conditions());
        boolean changed = false;
        for (var type : WATCHED) {
            var known = condition(node, type);
            if (known == null) {
                conditions.add(NodeConditionBuilder.builder()
                        .type(type)
                        .status(ConditionStatus.UNKNOWN)
                        .reason("NodeStatusNeverUpdated")
                        .message("Kubelet never posted node status.")
                        .lastHeartbeatTime(node.metadata().creationTimestamp())
                        .lastTransitionTime(now)
                        .build());
                changed = true;
            } else if (!known.status().equals(ConditionStatus.UNKNOWN)) {
                conditions.set(
                        conditions.indexOf(known),
                        NodeConditionBuilder.builder(known)
                                .status(ConditionStatus.UNKNOWN)
                                .reason("NodeStatusUnknown")
                                .message("Kubelet stopped posting node status.")
                                .lastTransitionTime(now)
                                .build());
                changed = true;
            }
        }
        return changed ? node.status().withConditions(conditions) : node.status();
    }

    static @Nullable NodeCondition condition(Node node, String type) {
        for (var condition : node.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }

    /** The status of the condition Ready; Unknown if there is none. */
    static String readiness(Node node) {
        var ready = condition(node, NodeCondition.Type.READY);
        return ready == null ? ConditionStatus.UNKNOWN : ready.status();
    }

    static boolean isReady(Node node) {
        return readiness(node).equals(ConditionStatus.TRUE);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
