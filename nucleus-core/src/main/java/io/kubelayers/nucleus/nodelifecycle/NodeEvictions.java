package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the nodes that are not ready get the taint that drives their pods away, now and at what pace
 * (node_lifecycle_controller.go, doNoExecuteTaintingPass and handleDisruption). If no node of the cluster is ready, none
 * is given up: it is the control plane that is cut off.
 *
 * @param changed nodes with other taints than they have
 * @param lastGivenUp when a node of each zone was last given up, for the pace
 * @param next when to look again; null if nothing waits
 * @param finding the zones and how they are
 */
public record NodeEvictions(
        List<Node> changed, Map<String, Instant> lastGivenUp, @Nullable Duration next, Finding finding)
        implements Explained {
    private static final String CODE = "node.evictions";

    /**
     * Looks at all nodes.
     *
     * @param lastGivenUp as the decision before said
     */
    public static NodeEvictions of(List<Node> nodes, Map<String, Instant> lastGivenUp, Instant now) {
        var zones = new TreeMap<String, List<Node>>();
        nodes.forEach(node ->
                zones.computeIfAbsent(zone(node), absent -> new ArrayList<>()).add(node));
        var changed = new ArrayList<Node>();
        var given = new TreeMap<>(lastGivenUp);
        var finding = Finding.note(CODE, "", zones.size() + " zones");
        Duration next = null;
        boolean cutOff = nodes.stream().noneMatch(NodeHealth::isReady);
        for (var zone : zones.entrySet()) {
            var inZone = zone.getValue();
            int ready = (int) inZone.stream().filter(NodeHealth::isReady).count();
            var state = ZoneDisruption.of(ready, inZone.size() - ready);
            finding = finding.because(Finding.note(CODE, zone.getKey(), ready + " of " + inZone.size() + " nodes ready")
                    .input("state", state.name()));
            var waiting = sort(inZone, cutOff, now, changed);
            var interval = state.interval(inZone.size());
            if (waiting.isEmpty() || interval == null) {
                continue;
            }
            var last = given.get(zone.getKey());
            var due = last == null ? now : last.plus(interval);
            if (!due.isAfter(now)) {
                changed.add(withTaint(waiting.remove(0), now));
                given.put(zone.getKey(), now);
                due = now.plus(interval);
            }
            if (!waiting.isEmpty()) {
                var wait = Duration.between(now, due);
                next = next == null || wait.compareTo(next) < 0 ? wait : next;
            }
        }
        return new NodeEvictions(List.copyOf(changed), given, next, finding);
    }

    /** Changes what is to be changed at once; gives the nodes that wait for their turn, longest not ready first. */
    private static List<Node> sort(List<Node> nodes, boolean cutOff, Instant now, List<Node> changed) {
        var waiting = new ArrayList<Node>();
        for (var node : nodes) {
            boolean tainted = hasTaint(node, NodeTaints.NOT_READY) || hasTaint(node, NodeTaints.UNREACHABLE);
            if (NodeHealth.isReady(node) || cutOff) {
                if (tainted) {
                    changed.add(withoutTaints(node));
                }
            } else if (!tainted) {
                waiting.add(node);
            } else if (!hasTaint(node, wanted(node))) {
                changed.add(withTaint(node, now));
            }
        }
        waiting.sort(Comparator.comparing(NodeEvictions::since)
                .thenComparing(node -> node.metadata().nameOrEmpty()));
        return waiting;
    }

    private static Instant since(Node node) {
        var ready = NodeHealth.condition(node, NodeCondition.Type.READY);
        var since = ready == null ? null : ready.lastTransitionTime();
        return since == null ? Instant.EPOCH : since;
    }

    private static String wanted(Node node) {
        return NodeHealth.readiness(node).equals(ConditionStatus.UNKNOWN)
                ? NodeTaints.UNREACHABLE
                : NodeTaints.NOT_READY;
    }

    private static boolean hasTaint(Node node, String key) {
        for (var taint : node.spec().taints()) {
            if (taint.key().equals(key) && taint.effect().equals(TaintEffect.NO_EXECUTE)) {
                return true;
            }
        }
        return false;
    }

    private static Node withTaint(Node node, Instant now) {
        var taints = new ArrayList<>(withoutTaints(node).spec().taints());
        taints.add(new Taint(wanted(node), null, TaintEffect.NO_EXECUTE, now));
        return node.withSpec(node.spec().withTaints(taints));
    }

    private static Node withoutTaints(Node node) {
        var taints = new ArrayList<>(node.spec().taints());
        taints.removeIf(taint -> taint.effect().equals(TaintEffect.NO_EXECUTE)
                && (taint.key().equals(NodeTaints.NOT_READY) || taint.key().equals(NodeTaints.UNREACHABLE)));
        return node.withSpec(node.spec().withTaints(taints));
    }

    private static String zone(Node node) {
        var labels = node.metadata().labels();
        return labels.getOrDefault("topology.kubernetes.io/region", "") + "/"
                + labels.getOrDefault("topology.kubernetes.io/zone", "");
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
