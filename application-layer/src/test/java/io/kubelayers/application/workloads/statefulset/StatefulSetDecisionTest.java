package io.kubelayers.application.workloads.statefulset;

import static io.kubelayers.application.workloads.Workloads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.StatefulSetBuilder;
import io.kubelayers.application.workloads.StatefulSetSpecBuilder;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatefulSetDecisionTest {
    private StatefulSet set = StatefulSetBuilder.builder()
            .metadata(ObjectMetaBuilder.builder()
                    .name("db")
                    .namespace("shop")
                    .uid("uid-db")
                    .generation(1)
                    .build())
            .spec(StatefulSetSpecBuilder.builder()
                    .replicas(3)
                    .serviceName("db")
                    .selector(Workloads.selector())
                    .template(Workloads.template("db:1"))
                    .volumeClaimTemplates(List.of(PersistentVolumeClaimBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder().name("data").build())
                            .build()))
                    .updateStrategy(new StatefulSet.UpdateStrategy(
                            "RollingUpdate", new StatefulSet.RollingUpdateStatefulSetStrategy(0, null)))
                    .build())
            .build();

    private final List<Pod> pods = new ArrayList<>();
    private final List<PersistentVolumeClaim> claims = new ArrayList<>();
    private final List<ControllerRevision> history = new ArrayList<>();

    @Test
    void aPodHasItsNumberItsHostNameAndItsClaim() {
        var decision = step();
        assertThat(decision.explain()).isEqualTo("creates pod db-0");
        var pod = pods.get(0);
        assertThat(pod.metadata().name()).isEqualTo("db-0");
        assertThat(pod.metadata().labels())
                .containsEntry(StatefulPod.POD_NAME, "db-0")
                .containsEntry(StatefulPod.POD_INDEX, "0")
                .containsEntry(
                        "controller-revision-hash", history.get(0).metadata().name());
        assertThat(pod.spec().hostname()).isEqualTo("db-0");
        assertThat(pod.spec().subdomain()).isEqualTo("db");
        assertThat(pod.spec().volumes().get(0).persistentVolumeClaim().claimName())
                .isEqualTo("data-db-0");
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.metadata().name()).isEqualTo("data-db-0");
            assertThat(claim.metadata().labels()).containsEntry("app", "web");
        });
    }

    @Test
    void orderedPodsStartOneAfterAnother() {
        step();
        assertThat(step().explain()).isEqualTo("waits: pod db-0 is not running and ready");
        allReady();
        step();
        allReady();
        step();
        allReady();
        assertThat(names()).containsExactly("db-0", "db-1", "db-2");
        assertThat(step().explain()).isEqualTo("all pods are as they should be");
        assertThat(set.status().readyReplicas()).isEqualTo(3);
        assertThat(set.status().currentRevision()).isEqualTo(set.status().updateRevision());
    }

    @Test
    void parallelPodsStartTogether() {
        set = set.withSpec(set.spec().withPodManagementPolicy("Parallel"));
        step();
        assertThat(names()).containsExactly("db-0", "db-1", "db-2");
    }

    @Test
    void scalingDownTakesTheHighestNumberFirst() {
        settle();
        set = set.withSpec(set.spec().withReplicas(1));
        assertThat(step().explain()).isEqualTo("deletes pod db-2");
        assertThat(names()).containsExactly("db-0", "db-1");
        assertThat(step().explain()).isEqualTo("deletes pod db-1");
        assertThat(claims).hasSize(3);
    }

    @Test
    void claimsGoWithScaledAwayPodsIfThePolicySaysSo() {
        set = set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(
                        new StatefulSet.PersistentVolumeClaimRetentionPolicy("Delete", "Delete")));
        settle();
        assertThat(owners("data-db-2")).containsExactly("StatefulSet db");
        set = set.withSpec(set.spec().withReplicas(2));
        var decision = step();
        assertThat(decision.actions()).hasSize(2);
        assertThat(owners("data-db-2")).containsExactly("Pod db-2");
        assertThat(owners("data-db-1")).containsExactly("StatefulSet db");
    }

    @Test
    void aNewPodWaitsForTheClaimThatGoesWithTheOldOne() {
        set = set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(
                        new StatefulSet.PersistentVolumeClaimRetentionPolicy("Retain", "Delete")));
        settle();
        assertThat(owners("data-db-2")).isEmpty();
        set = set.withSpec(set.spec().withReplicas(2));
        step();
        assertThat(owners("data-db-2")).containsExactly("Pod db-2");
        set = set.withSpec(set.spec().withReplicas(3));
        assertThat(step().explain()).isEqualTo("waits: pod db-2 has claims of an earlier pod, which have to go first");

        claims.removeIf(claim -> "data-db-2".equals(claim.metadata().name()));
        assertThat(step().explain()).isEqualTo("creates pod db-2");
        assertThat(owners("data-db-2")).isEmpty();
    }

    @Test
    void aClaimThatAnotherControllerOwnsIsLeftToIt() {
        settle();
        var other = new OwnerReference("example.com/v1", "Backup", "nightly", "uid-nightly", true, null);
        claims.replaceAll(claim -> claim.withMetadata(claim.metadata().withOwnerReferences(List.of(other))));
        set = set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(
                        new StatefulSet.PersistentVolumeClaimRetentionPolicy("Delete", "Retain")));
        settle();
        assertThat(owners("data-db-0")).containsExactly("Backup nightly");

        pods.remove(2);
        assertThat(step().actions()).anyMatch(StatefulSetAction.TellConflict.class::isInstance);
        assertThat(StatefulSetEvents.conflict("data-db-2").message())
                .isEqualTo("PersistentVolumeClaim data-db-2 has a conflicting OwnerReference that acts as a manging"
                        + " controller, the retention policy is ignored for this claim");
    }

    @Test
    void anUpdateReplacesPodsFromTheHighestNumberDown() {
        settle();
        set = set.withSpec(set.spec().withTemplate(Workloads.template("db:2")));
        var decision = step();
        assertThat(decision.explain())
                .isEqualTo("waits: pod db-1 keeps its old revision until fewer than 1 pods are" + " unavailable");
        assertThat(names()).containsExactly("db-0", "db-1");
        step();
        assertThat(images()).containsExactly("db:1", "db:1", "db:2");
        settle();
        assertThat(images()).containsExactly("db:2", "db:2", "db:2");
        assertThat(history).hasSize(2);
        assertThat(set.status().currentRevision())
                .isEqualTo(history.get(1).metadata().name());
    }

    @Test
    void podsBelowThePartitionKeepTheOldRevision() {
        settle();
        set = set.withSpec(set.spec()
                .withTemplate(Workloads.template("db:2"))
                .withUpdateStrategy(new StatefulSet.UpdateStrategy(
                        "RollingUpdate", new StatefulSet.RollingUpdateStatefulSetStrategy(2, null))));
        settle();
        assertThat(images()).containsExactly("db:1", "db:1", "db:2");
        pods.remove(0);
        settle();
        assertThat(images()).containsExactly("db:1", "db:1", "db:2");
        assertThat(set.status().updatedReplicas()).isEqualTo(1);
    }

    @Test
    void onDeleteLeavesPodsAlone() {
        settle();
        set = set.withSpec(set.spec()
                .withTemplate(Workloads.template("db:2"))
                .withUpdateStrategy(new StatefulSet.UpdateStrategy("OnDelete", null)));
        settle();
        assertThat(images()).containsExactly("db:1", "db:1", "db:1");
        pods.remove(1);
        settle();
        assertThat(images()).containsExactly("db:1", "db:2", "db:1");
    }

    @Test
    void aTemplateThatComesBackGetsItsRevisionRenumbered() {
        settle();
        set = set.withSpec(set.spec().withTemplate(Workloads.template("db:2")));
        settle();
        set = set.withSpec(set.spec().withTemplate(Workloads.template("db:1")));
        settle();
        assertThat(history).extracting(ControllerRevision::revision).containsExactlyInAnyOrder(2L, 3L);
        assertThat(images()).containsExactly("db:1", "db:1", "db:1");
    }

    @Test
    void aPodThatHasEndedIsMadeAnew() {
        settle();
        pods.set(1, Workloads.inPhase(pods.get(1), Pod.Phase.FAILED));
        assertThat(step().explain()).isEqualTo("waits: pod db-1 has ended and is deleted, to be made anew");
        assertThat(names()).containsExactly("db-0", "db-2");
        settle();
        assertThat(names()).containsExactly("db-0", "db-1", "db-2");
    }

    @Test
    void aStartOrdinalShiftsTheNumbers() {
        set = set.withSpec(set.spec().withReplicas(2).withOrdinals(new StatefulSet.Ordinals(5)));
        settle();
        assertThat(names()).containsExactly("db-5", "db-6");
    }

    private StatefulSetDecision step() {
        var decision = StatefulSetDecision.of(set, pods, claims, history, NOW);
        for (var action : decision.actions()) {
            apply(action);
        }
        pods.sort(Comparator.comparing(pod -> pod.metadata().name()));
        set = set.withStatus(decision.status());
        return decision;
    }

    private void apply(StatefulSetAction action) {
        if (action instanceof StatefulSetAction.CreatePod create) {
            var pod = create.pod();
            pods.add(Workloads.inPhase(
                    pod.withMetadata(
                            pod.metadata().withUid("uid-" + pod.metadata().name())),
                    Pod.Phase.PENDING));
        } else if (action instanceof StatefulSetAction.DeletePod delete) {
            pods.removeIf(
                    pod -> pod.metadata().name().equals(delete.pod().metadata().name()));
        } else if (action instanceof StatefulSetAction.CreateClaim create) {
            claims.add(create.claim());
        } else if (action instanceof StatefulSetAction.UpdateClaim update) {
            claims.replaceAll(claim ->
                    claim.metadata().name().equals(update.claim().metadata().name()) ? update.claim() : claim);
        } else if (action instanceof StatefulSetAction.CreateRevision create) {
            history.add(create.revision());
        } else if (action instanceof StatefulSetAction.UpdateRevision update) {
            history.replaceAll(revision -> revision.metadata()
                            .name()
                            .equals(update.revision().metadata().name())
                    ? update.revision()
                    : revision);
        }
    }

    private void settle() {
        for (int i = 0; i < 50; i++) {
            allReady();
            step();
        }
    }

    private void allReady() {
        var ready = Workloads.pod("any").status();
        pods.replaceAll(pod -> Pod.Phase.PENDING.equals(pod.status().phase()) ? pod.withStatus(ready) : pod);
    }

    private List<String> names() {
        return Workloads.names(pods);
    }

    private List<String> images() {
        return pods.stream().map(pod -> pod.spec().containers().get(0).image()).toList();
    }

    private List<String> owners(String claim) {
        var byName = Map.copyOf(
                claims.stream().collect(Collectors.toMap(c -> c.metadata().name(), c -> c)));
        return byName.get(claim).metadata().ownerReferences().stream()
                .map(owner -> owner.kind() + " " + owner.name())
                .toList();
    }
}
