package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.queue.QueuePlace;
import io.kubelayers.application.scheduling.queue.QueueRules;
import io.kubelayers.application.scheduling.queue.QueueTimes;
import io.kubelayers.application.scheduling.queue.SchedulingQueue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever makes a waiting pod schedulable wakes it: no plugin's hint overlooks an event that helps. */
class WakingLawsTest {
    private static Node labelled(Node node, String label, String value) {
        var labels = new TreeMap<>(node.metadata().labels());
        labels.put(label, value);
        return node.withMetadata(node.metadata().withLabels(labels));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void anEventThatHelpsWakesThePod(@ForAll long seed) {
        var any = new Any(seed);
        var nodes = new ArrayList<Node>();
        for (int i = any.number(2); i >= 0; i--) {
            nodes.add(any.node(i));
        }
        var pods = new ArrayList<Pod>();
        for (int i = any.number(5); i > 0; i--) {
            pods.add(Any.versioned(any.pod("p" + i), "1")
                    .withSpec(any.pod("p" + i).spec().withNodeName("n" + any.number(nodes.size()))));
        }
        var waiting = Any.versioned(any.waiting(), "1");
        var before = waitingIn(Snapshot.of(nodes, pods), waiting);
        if (before == null) {
            return;
        }
        var event = any.number(12);
        var after = happens(event, any, before, nodes, pods, waiting);
        var pod = after.queue().get("default/waiting").orElseThrow();
        boolean helps = Scheduling.on(after.snapshot()).place(pod.pod()).isScheduled();
        if (helps) {
            assertThat(after.queue().places().get("default/waiting"))
                    .as("after event " + event + ", which helps "
                            + Scheduling.on(before.snapshot()).place(waiting).explain())
                    .isNotEqualTo(QueuePlace.UNSCHEDULABLE);
        }
    }

    /** A scheduler that has tried the pod in vain; null if it finds a node. */
    private static SchedulerState waitingIn(Snapshot snapshot, Pod pod) {
        var placement = Scheduling.on(snapshot).place(pod);
        var diagnosis = placement.diagnosis();
        if (placement.isScheduled() || diagnosis == null) {
            return null;
        }
        Map<String, QueueRules> rules =
                Map.of("default-scheduler", Framework.of(Profile.standard()).queueRules(Guard.NONE));
        var queue = SchedulingQueue.of(rules, QueueTimes.standard())
                .add(pod, Instant.EPOCH)
                .pop(Instant.EPOCH)
                .queue()
                .putBack(
                        "default/waiting", diagnosis.unschedulablePlugins(), diagnosis.pendingPlugins(), Instant.EPOCH);
        assertThat(queue.places()).containsEntry("default/waiting", QueuePlace.UNSCHEDULABLE);
        return SchedulerState.of(snapshot, queue);
    }

    private static SchedulerState happens(
            int event, Any any, SchedulerState state, List<Node> nodes, List<Pod> pods, Pod waiting) {
        var now = Instant.EPOCH.plusSeconds(20);
        var node = nodes.get(any.number(nodes.size()));
        var pod = pods.isEmpty()
                ? any.pod("new").withSpec(any.pod("new").spec().withNodeName("n0"))
                : pods.get(any.number(pods.size()));
        return switch (event) {
            case 0 -> see(state, any.node(9), now);
            case 1 -> goes(state, node.metadata().nameOrEmpty(), pods, now);
            case 2 -> see(
                    state, labelled(node, any.of(Any.ZONE, "disk", Any.HOST), any.of("a", "b", "ssd", "hdd")), now);
            case 3 -> see(state, node.withSpec(node.spec().withTaints(List.of())), now);
            case 4 -> see(
                    state,
                    node.withSpec(node.spec().withUnschedulable(!node.spec().unschedulable())),
                    now);
            case 5 -> see(state, enlarged(node), now);
            case 6 -> see(
                    state,
                    any.pod("another")
                            .withSpec(any.pod("another")
                                    .spec()
                                    .withNodeName(node.metadata().name())),
                    now);
            case 7 -> Observation.pod(state, "default/" + pod.metadata().name(), null, now);
            case 8 -> see(
                    state, pod.withMetadata(pod.metadata().withLabels(Map.of("app", any.of("x", "y", "z")))), now);
            case 9 -> see(state, scaledDown(pod), now);
            case 10 -> see(
                    state,
                    waiting.withSpec(APod.named("w")
                            .toleration("", "Exists", null, null)
                            .build()
                            .spec()
                            .withNodeSelector(waiting.spec().nodeSelector())
                            .withAffinity(waiting.spec().affinity())
                            .withContainers(waiting.spec().containers())
                            .withPreemptionPolicy("Never")
                            .withTopologySpreadConstraints(waiting.spec().topologySpreadConstraints())),
                    now);
            default -> see(
                    state,
                    waiting.withMetadata(waiting.metadata().withLabels(Map.of("app", any.of("x", "y", "z")))),
                    now);
        };
    }

    /** A node goes, then its pods do. */
    private static SchedulerState goes(SchedulerState state, String node, List<Pod> pods, Instant now) {
        var gone = Observation.node(state, node, null, now);
        for (var pod : pods) {
            if (node.equals(pod.spec().nodeName())) {
                gone = Observation.pod(gone, "default/" + pod.metadata().name(), null, now);
            }
        }
        return gone;
    }

    private static Pod scaledDown(Pod pod) {
        var container = pod.spec().containers().get(0);
        var less = APod.named("small")
                .cpu("10m")
                .build()
                .spec()
                .containers()
                .get(0)
                .resources();
        return pod.withSpec(pod.spec().withContainers(List.of(container.withResources(less))));
    }

    private static Node enlarged(Node node) {
        var amounts = new TreeMap<>(node.status().allocatable());
        amounts.put("cpu", Quantity.parse("8"));
        amounts.put("memory", Quantity.parse("8Gi"));
        amounts.put("example.com/gpu", Quantity.parse("1"));
        return node.withStatus(node.status().withAllocatable(amounts));
    }

    private static SchedulerState see(SchedulerState state, Node node, Instant now) {
        return Observation.node(state, node.metadata().nameOrEmpty(), Any.versioned(node, "2"), now);
    }

    private static SchedulerState see(SchedulerState state, Pod pod, Instant now) {
        return Observation.pod(state, "default/" + pod.metadata().name(), Any.versioned(pod, "2"), now);
    }
}
