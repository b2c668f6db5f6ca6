package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one asks the scheduler without a cluster, by example. */
class SchedulingTest {
    private final List<Node> nodes = List.of(
            ANode.named("gpu-1", n -> n.taint("gpu", "true", "NoSchedule")),
            ANode.named("gpu-2", n -> n.taint("gpu", "true", "NoSchedule")),
            ANode.named("small", n -> n.cpu("1")));

    @Test
    void saysWhereAPodGoes() {
        var placement = Scheduling.on(nodes, List.of())
                .place(APod.named("web").cpu("500m").build());
        assertThat(placement.isScheduled()).isTrue();
        assertThat(placement.node()).isEqualTo("small");
        assertThat(placement.explain()).isEqualTo("Successfully assigned default/web to small");
    }

    @Test
    void saysInUpstreamsWordsWhyAPodGoesNowhere() {
        var placement =
                Scheduling.on(nodes, List.of()).place(APod.named("web").cpu("2").build());
        assertThat(placement.isScheduled()).isFalse();
        assertThat(placement.explain())
                .isEqualTo(
                        "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s)."
                                + " no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.");
    }

    @Test
    void showsEachNodesReasonOrScoresAsATable() {
        var pod = APod.named("web").cpu("500m").memory("1Gi").build();
        var more = List.of(nodes.get(0), nodes.get(2), ANode.named("big"));
        assertThat(Scheduling.on(more, List.of()).place(pod).toTable())
                .isEqualTo(
                        """
                        NODE    VERDICT    TaintToleration   NodeResourcesFit   NodeResourcesBalancedAllocation   ImageLocality   TOTAL   REASON
                        big     chosen     300               90                 96                                0               486
                        gpu-1   rejected   -                 -                  -                                 -               -       TaintToleration: node(s) had untolerated taint(s): gpu=true:NoSchedule
                        small   feasible   300               71                 78                                0               449
                        """);
    }

    @Test
    void explainsAsATreeOfFindings() {
        var placement =
                Scheduling.on(nodes, List.of()).place(APod.named("web").cpu("2").build());
        assertThat(Render.text(placement))
                .isEqualTo(
                        """
                        - pod/default/web: %s [scheduling]
                          - node/gpu-1: the pod does not fit here [scheduling.rejected]
                            - node/gpu-1: node(s) had untolerated taint(s) (code UnschedulableAndUnresolvable, detail gpu=true:NoSchedule) [TaintToleration]
                          - node/gpu-2: the pod does not fit here [scheduling.rejected]
                            - node/gpu-2: node(s) had untolerated taint(s) (code UnschedulableAndUnresolvable, detail gpu=true:NoSchedule) [TaintToleration]
                          - node/small: the pod does not fit here [scheduling.rejected]
                            - node/small: Insufficient cpu (code UnschedulableAndUnresolvable) [NodeResourcesFit]
                        """
                                .formatted(placement.explain()));
    }

    @Test
    void inDetailTellsEveryRejectionAndScoresASingleNode() {
        var pod = APod.named("web").cpu("8").build();
        var verdict = Scheduling.on(nodes, List.of()).inDetail().place(pod).on("gpu-1");
        assertThat(verdict.reason())
                .isEqualTo(
                        "TaintToleration: node(s) had untolerated taint(s): gpu=true:NoSchedule; NodeResourcesFit: Insufficient"
                                + " cpu");
        var little = APod.named("web").cpu("500m").build();
        assertThat(Scheduling.on(nodes, List.of()).place(little).scores().isEmpty())
                .isTrue();
        assertThat(Scheduling.on(nodes, List.of())
                        .inDetail()
                        .place(little)
                        .scores()
                        .has("small"))
                .isTrue();
    }

    @Test
    void answersWhatIfs() {
        var noisy = APod.named("noisy").cpu("800m").on("small");
        var web = APod.named("web").cpu("500m").build();
        var cluster = Scheduling.on(nodes, List.of(noisy));
        assertThat(cluster.place(web).isScheduled()).isFalse();
        assertThat(cluster.whatIf(c -> c.without(noisy)).place(web).node()).isEqualTo("small");
        assertThat(cluster.whatIf(c -> c.withNode(ANode.named("new")))
                        .place(web)
                        .node())
                .isEqualTo("new");
        assertThat(cluster.whatIf(c -> c.without(noisy).cordon("small"))
                        .place(web)
                        .explain())
                .startsWith(
                        "0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had untolerated taint(s).");
    }

    @Test
    void placesPodsOneAfterTheOtherTheImportantFirst() {
        var one = List.of(ANode.named("n1"));
        var big = APod.named("big").cpu("3").build();
        var vip = APod.named("vip").cpu("2").priority(100).build();
        var placements = Scheduling.on(one, List.of()).placeAll(List.of(big, vip));
        assertThat(placements.of("default/vip").node()).isEqualTo("n1");
        assertThat(placements.allScheduled()).isFalse();
        assertThat(placements.after().node("n1").requested().milliCpu()).isEqualTo(2000);
        assertThat(placements.explain())
                .isEqualTo(
                        "1 of 2 pods found a node; default/big: 0/1 nodes are available: 1 Insufficient cpu."
                                + " no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.");
    }

    @Test
    void countsHowManyReplicasFitAndSaysWhatStopsTheNext() {
        var two = List.of(ANode.named("n1"), ANode.named("n2", n -> n.cpu("2")));
        var capacity = Scheduling.on(two, List.of())
                .capacityFor(APod.named("web").cpu("900m").build(), 100);
        assertThat(capacity.replicas()).isEqualTo(6);
        assertThat(capacity.byNode()).isEqualTo(Map.of("n1", 4, "n2", 2));
        assertThat(capacity.explain())
                .isEqualTo(
                        "6 replicas of default/web fit, then 0/2 nodes are available: 2 Insufficient cpu."
                                + " no new claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for incoming pod.");
        assertThat(Scheduling.on(two, List.of())
                        .capacityFor(APod.named("web").build(), 3)
                        .explain())
                .isEqualTo("3 replicas of default/web fit, counted no further");
    }

    @Test
    void saysWhereThePodsOfADrainedNodeGo() {
        var daemon = APod.named("daemon").on("n1");
        daemon = daemon.withMetadata(daemon.metadata()
                .withOwnerReferences(List.of(new OwnerReference("apps/v1", "DaemonSet", "logs", "u", true, null))));
        var cluster = Scheduling.on(
                List.of(ANode.named("n1"), ANode.named("n2")),
                List.of(
                        daemon,
                        APod.named("a").cpu("3").on("n1"),
                        APod.named("b").cpu("2").on("n1")));
        var drained = cluster.drain("n1");
        assertThat(drained.of("default/a").node()).isEqualTo("n2");
        assertThat(drained.of("default/b").explain())
                .startsWith("0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable.");
        assertThat(drained.after().node("n1").podCount()).isEqualTo(1);
    }

    @Test
    void gatedPodsAreNotTried() {
        var gated = APod.named("web")
                .spec(spec -> spec.withSchedulingGates(List.of(new PodSpec.SchedulingGate("review"))))
                .build();
        var placement = Scheduling.on(nodes, List.of()).place(gated);
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.GATED);
        assertThat(placement.explain()).isEqualTo("waiting for scheduling gates: [review]");
    }

    @Test
    void withoutNodesNothingIsTried() {
        var placement =
                Scheduling.on(List.of(), List.of()).place(APod.named("web").build());
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.UNSCHEDULABLE);
        assertThat(placement.explain()).isEqualTo("no nodes available to schedule pods");
    }

    @Test
    void aNominatedPodIsTriedOnItsNodeFirst() {
        var two = List.of(ANode.named("n1"), ANode.named("n2"));
        var running = APod.named("running").cpu("3").on("n2");
        Pod nominated = APod.named("web")
                .cpu("500m")
                .status(status -> status.withNominatedNodeName("n2"))
                .build();
        var placement = Scheduling.on(two, List.of(running)).place(nominated);
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.on("n1").verdict()).isEqualTo(NodeVerdict.Verdict.NOT_EVALUATED);
    }

    @Test
    void theRoomOfNominatedPodsIsLeftToThem() {
        var one = List.of(ANode.named("n1"));
        var waiting = APod.named("waiting")
                .cpu("3")
                .priority(10)
                .status(status -> status.withNominatedNodeName("n1"))
                .build();
        var cluster = Scheduling.on(one, List.of(waiting));
        assertThat(cluster.place(APod.named("web").cpu("2").priority(10).build())
                        .isScheduled())
                .isFalse();
        assertThat(cluster.place(APod.named("vip").cpu("2").priority(11).build())
                        .isScheduled())
                .isTrue();
        assertThat(cluster.place(waiting).isScheduled()).isTrue();
    }
}
