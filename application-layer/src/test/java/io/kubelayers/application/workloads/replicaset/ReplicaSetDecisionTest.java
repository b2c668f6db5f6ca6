package io.kubelayers.application.workloads.replicaset;

import static io.kubelayers.application.workloads.Workloads.NOW;
import static io.kubelayers.application.workloads.Workloads.deleting;
import static io.kubelayers.application.workloads.Workloads.inPhase;
import static io.kubelayers.application.workloads.Workloads.names;
import static io.kubelayers.application.workloads.Workloads.notReady;
import static io.kubelayers.application.workloads.Workloads.pod;
import static io.kubelayers.application.workloads.Workloads.readySince;
import static io.kubelayers.application.workloads.Workloads.replicaSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaSetDecisionTest {
    @Test
    void missingPodsAreCreated() {
        var pods = List.of(pod("a"), inPhase(pod("dead"), Pod.Phase.FAILED), deleting(pod("leaving")));
        var decision = ReplicaSetDecision.of(replicaSet("web", 3), pods, pods, NOW);
        assertThat(decision.create()).isEqualTo(2);
        assertThat(decision.explain()).isEqualTo("Too few replicas: need 3, creating 2");
    }

    @Test
    void surplusPodsGoAndEachSaysWhy() {
        var pods = List.of(pod("a"), notReady(pod("b")), inPhase(pod("c"), Pod.Phase.PENDING));
        var decision = ReplicaSetDecision.of(replicaSet("web", 1), pods, pods, NOW);
        assertThat(names(decision.delete())).containsExactly("c", "b");
        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                        · replicaset/web: Too many replicas (need 1, have 3, deleting 2) [ReplicaSet]
                          · pod/c: is in an earlier phase (rule PHASE, value Pending, value of a Running) [PodDeletionOrder]
                          · pod/b: is not ready (rule READINESS, value false, value of a true) [PodDeletionOrder]
                        """);
    }

    @Test
    void atMostFiveHundredAreCreatedAtOnce() {
        var decision = ReplicaSetDecision.of(replicaSet("web", 1200), List.of(), List.of(), NOW);
        assertThat(decision.create()).isEqualTo(500);
    }

    @Test
    void aSetThatIsBeingDeletedChangesNothing() {
        var set = replicaSet("web", 3);
        var leaving = set.withMetadata(set.metadata().withDeletionTimestamp(NOW));
        var decision = ReplicaSetDecision.of(leaving, List.of(), List.of(), NOW);
        assertThat(decision.create()).isZero();
        assertThat(decision.explain()).isEqualTo("is being deleted: no change");
    }

    @Test
    void theStatusCountsPods() {
        var set = replicaSet("web", 3);
        set = set.withSpec(set.spec().withMinReadySeconds(60));
        var pods = List.of(
                pod("old"),
                readySince(pod("new"), NOW.minusSeconds(20)),
                notReady(pod("sick")),
                deleting(pod("leaving")),
                unlabelled(pod("bare")));
        var status = ReplicaSetStatus.of(set, pods, null, NOW);
        assertThat(status.replicas()).isEqualTo(4);
        assertThat(status.fullyLabeledReplicas()).isEqualTo(3);
        assertThat(status.readyReplicas()).isEqualTo(3);
        assertThat(status.availableReplicas()).isEqualTo(2);
        assertThat(status.terminatingReplicas()).isEqualTo(1);
        assertThat(status.observedGeneration()).isEqualTo(1);
        assertThat(ReplicaSetStatus.nextCheck(set, pods, NOW)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aFailureIsToldUntilItIsOver() {
        var set = replicaSet("web", 3);
        var failed = ReplicaSetStatus.of(set, List.of(), "pods \"web-1\" is forbidden: exceeded quota", NOW);
        assertThat(failed.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.type()).isEqualTo("ReplicaFailure");
            assertThat(condition.reason()).isEqualTo("FailedCreate");
            assertThat(condition.message()).isEqualTo("pods \"web-1\" is forbidden: exceeded quota");
        });
        var later = ReplicaSetStatus.of(set.withStatus(failed), List.of(), "another error", NOW.plusSeconds(5));
        assertThat(later.conditions()).isEqualTo(failed.conditions());
        assertThat(ReplicaSetStatus.of(set.withStatus(later), List.of(), null, NOW)
                        .conditions())
                .isEmpty();
    }

    private static Pod unlabelled(Pod pod) {
        return pod.withMetadata(pod.metadata().withLabels(Map.of()));
    }
}
