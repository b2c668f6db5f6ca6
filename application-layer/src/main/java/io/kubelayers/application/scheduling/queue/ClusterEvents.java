package io.kubelayers.application.scheduling.queue;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an object means to waiting pods, as narrow as it can be told. Upstream:
 * {@code framework/events.go}.
 */
public final class ClusterEvents {
    private ClusterEvents() {}

    /** Events of a node that was added (nothing before), deleted (nothing after) or changed. */
    public static List<ClusterEvent> of(@Nullable Node before, @Nullable Node after) {
        if (before == null || after == null) {
            return after == null && before == null
                    ? List.of()
                    : List.of(new ClusterEvent(Resource.NODE, before == null ? Action.ADD : Action.DELETE));
        }
        var events = new ArrayList<ClusterEvent>();
        add(
                events,
                Action.UPDATE_NODE_ALLOCATABLE,
                !before.status().allocatable().equals(after.status().allocatable()));
        add(
                events,
                Action.UPDATE_NODE_LABEL,
                !before.metadata().labels().equals(after.metadata().labels()));
        add(
                events,
                Action.UPDATE_NODE_TAINT,
                !before.spec().taints().equals(after.spec().taints())
                        || before.spec().unschedulable() && !after.spec().unschedulable());
        add(events, Action.UPDATE_NODE_CONDITION, !conditions(before).equals(conditions(after)));
        add(
                events,
                Action.UPDATE_NODE_ANNOTATION,
                !before.metadata().annotations().equals(after.metadata().annotations()));
        return List.copyOf(events);
    }

    private static void add(List<ClusterEvent> events, Action action, boolean happened) {
        if (happened) {
            events.add(new ClusterEvent(Resource.NODE, action));
        }
    }

    private static Map<String, String> conditions(Node node) {
        return node.status().conditions().stream()
                .collect(Collectors.toMap(NodeCondition::type, NodeCondition::status, (first, second) -> second));
    }

    /** Events of a pod on a node that was added, deleted or changed. */
    public static List<ClusterEvent> ofAssigned(@Nullable Pod before, @Nullable Pod after) {
        if (before == null || after == null) {
            return after == null && before == null
                    ? List.of()
                    : List.of(new ClusterEvent(Resource.ASSIGNED_POD, before == null ? Action.ADD : Action.DELETE));
        }
        return changes(Resource.ASSIGNED_POD, before, after);
    }

    /** Events that a change of the waiting pod itself is. */
    static List<ClusterEvent> ofWaiting(Pod before, Pod after) {
        return changes(Resource.TARGET_POD, before, after);
    }

    private static List<ClusterEvent> changes(Resource resource, Pod before, Pod after) {
        var actions = new ArrayList<Action>();
        if (!before.metadata().labels().equals(after.metadata().labels())) {
            actions.add(Action.UPDATE_POD_LABEL);
        }
        if (scaledDown(PodInfo.of(before).requests(), PodInfo.of(after).requests())) {
            actions.add(Action.UPDATE_POD_SCALE_DOWN);
        }
        if (!before.spec().schedulingGates().isEmpty()
                && after.spec().schedulingGates().isEmpty()) {
            actions.add(Action.UPDATE_POD_SCHEDULING_GATES_ELIMINATED);
        }
        if (!before.spec().tolerations().equals(after.spec().tolerations())) {
            actions.add(Action.UPDATE_POD_TOLERATION);
        }
        if (actions.isEmpty()) {
            actions.add(Action.UPDATE);
        }
        return actions.stream()
                .map(action -> new ClusterEvent(resource, action))
                .toList();
    }

    private static boolean scaledDown(Resources before, Resources after) {
        if (after.milliCpu() < before.milliCpu()
                || after.memory() < before.memory()
                || after.ephemeralStorage() < before.ephemeralStorage()) {
            return true;
        }
        return before.scalarNames().stream().anyMatch(name -> after.scalar(name) < before.scalar(name));
    }
}
