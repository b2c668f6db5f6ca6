package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The taints that keep new pods off a node because of what its conditions say (node_lifecycle_controller.go,
 * doNoScheduleTaintingPass).
 *
 * @param taints all taints that the node should have, others untouched
 * @param finding which conditions ask for taints
 */
public record ConditionTaints(List<Taint> taints, Finding finding) implements Explained {
    private static final String CODE = "node.taints";

    private static final Set<String> OURS = Set.of(
            NodeTaints.NOT_READY,
            NodeTaints.UNREACHABLE,
            NodeTaints.UNSCHEDULABLE,
            NodeTaints.MEMORY_PRESSURE,
            NodeTaints.DISK_PRESSURE,
            NodeTaints.PID_PRESSURE,
            NodeTaints.NETWORK_UNAVAILABLE);

    public ConditionTaints {
        taints = List.copyOf(taints);
    }

    /** Reads the conditions of a node, and whether it is cordoned. */
    public static ConditionTaints of(Node node, Instant now) {
        var reasons = new ArrayList<Finding>();
        var wanted = new ArrayList<String>();
        for (var condition : node.status().conditions()) {
            var key = key(condition);
            if (!key.isEmpty()) {
                wanted.add(key);
                reasons.add(Finding.note(CODE, condition.type(), "is " + condition.status() + ": " + key));
            }
        }
        if (node.spec().unschedulable()) {
            wanted.add(NodeTaints.UNSCHEDULABLE);
            reasons.add(Finding.note(CODE, "spec.unschedulable", NodeTaints.UNSCHEDULABLE));
        }
        var taints = new ArrayList<Taint>();
        for (var taint : node.spec().taints()) {
            if (!isOurs(taint) || wanted.remove(taint.key())) {
                taints.add(taint);
            }
        }
        wanted.forEach(key -> taints.add(new Taint(key, null, TaintEffect.NO_SCHEDULE, now)));
        var name = node.metadata().nameOrEmpty();
        return new ConditionTaints(
                taints,
                reasons.isEmpty()
                        ? Finding.pass(CODE, name, "no condition asks for a taint")
                        : Finding.note(CODE, name, "conditions ask for taints").because(reasons));
    }

    private static boolean isOurs(Taint taint) {
        return taint.effect().equals(TaintEffect.NO_SCHEDULE) && OURS.contains(taint.key());
    }

    /** The taint that a condition asks for, "" for none. */
    private static String key(NodeCondition condition) {
        boolean isTrue = condition.status().equals(ConditionStatus.TRUE);
        return switch (condition.type()) {
            case NodeCondition.Type.READY -> isTrue
                    ? ""
                    : condition.status().equals(ConditionStatus.UNKNOWN)
                            ? NodeTaints.UNREACHABLE
                            : NodeTaints.NOT_READY;
            case NodeCondition.Type.MEMORY_PRESSURE -> isTrue ? NodeTaints.MEMORY_PRESSURE : "";
            case NodeCondition.Type.DISK_PRESSURE -> isTrue ? NodeTaints.DISK_PRESSURE : "";
            case NodeCondition.Type.PIDPRESSURE -> isTrue ? NodeTaints.PID_PRESSURE : "";
            case NodeCondition.Type.NETWORK_UNAVAILABLE -> isTrue ? NodeTaints.NETWORK_UNAVAILABLE : "";
            default -> "";
        };
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
