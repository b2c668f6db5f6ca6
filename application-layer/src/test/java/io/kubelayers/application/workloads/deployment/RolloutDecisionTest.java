package io.kubelayers.application.workloads.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentStrategyBuilder;
import io.kubelayers.application.workloads.PodTemplateHash;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RolloutDecisionTest {
    @Test
    void aNewDeploymentCreatesItsFirstSet() {
        var world = new RolloutWorld(3, "25%", "25%");
        var decision = world.step();
        var set = world.newest();
        assertThat(decision.explain())
                .isEqualTo("Scaled up replica set " + set.metadata().name() + " from 0 to 3");
        assertThat(set.metadata().name()).startsWith("web-");
        var hash = set.metadata().labels().get(PodTemplateHash.LABEL);
        assertThat(set.metadata().name()).isEqualTo("web-" + hash);
        assertThat(Objects.requireNonNull(set.spec().selector()).matchLabels())
                .containsEntry(PodTemplateHash.LABEL, hash)
                .containsEntry("app", "web");
        assertThat(set.metadata().annotations())
                .containsEntry(RolloutAnnotations.REVISION, "1")
                .containsEntry(RolloutAnnotations.DESIRED_REPLICAS, "3")
                .containsEntry(RolloutAnnotations.MAX_REPLICAS, "4");
        assertThat(world.deployment.metadata().annotations()).containsEntry(RolloutAnnotations.REVISION, "1");
        var progressing = world.condition("Progressing");
        assertThat(progressing.reason()).isEqualTo("NewReplicaSetCreated");
        assertThat(progressing.message())
                .isEqualTo("Created new replica set \"" + set.metadata().name() + "\"");
        assertThat(world.condition("Available").message()).isEqualTo("Deployment does not have minimum availability.");
        assertThat(decision.checkAgainAfter()).isEqualTo(Duration.ofSeconds(601));
    }

    @Test
    void aRollingUpdateGrowsTheNewSetAndShrinksTheOldOneStepByStep() {
        var world = new RolloutWorld(4, "25%", "25%");
        world.settle();
        var first = world.newest().metadata().name();
        world.events.clear();
        world.image("web:2");
        world.settle();
        var second = world.newest().metadata().name();
        assertThat(world.events)
                .containsExactly(
                        "Scaled up replica set " + second + " from 0 to 1",
                        "Scaled down replica set " + first + " from 4 to 3",
                        "Scaled up replica set " + second + " from 1 to 2",
                        "Scaled down replica set " + first + " from 3 to 1",
                        "Scaled up replica set " + second + " from 2 to 4",
                        "Scaled down replica set " + first + " from 1 to 0");
        assertThat(world.condition("Progressing").reason()).isEqualTo("NewReplicaSetAvailable");
        assertThat(world.condition("Progressing").message())
                .isEqualTo("ReplicaSet \"" + second + "\" has successfully progressed.");
        assertThat(world.condition("Available").message()).isEqualTo("Deployment has minimum availability.");
        assertThat(world.deployment.metadata().annotations()).containsEntry(RolloutAnnotations.REVISION, "2");
        assertThat(Rollout.status(world.deployment).explain()).isEqualTo("deployment \"web\" successfully rolled out");
    }

    @Test
    void aStepSaysWhyItMayNotGoOn() {
        var world = new RolloutWorld(4, "0", "25%");
        world.settle();
        world.image("web:2");
        world.step();
        world.podsFollow(0);
        world.step();
        world.podsFollow(0);
        world.step();
        world.podsFollow(0);
        var waiting = world.step();
        assertThat(waiting.changes()).isEmpty();
        var second = world.newest().metadata().name();
        assertThat(Render.text(waiting))
                .isEqualTo(
                        """
                        · deployment/web: no old pod may go: 4 pods - 3 that must be available - 1 new ones that are not yet available = 0 (stage ROLLING_UPDATE, replicas 4, updated 1, available 3) [Deployment]
                          · at most 0 more and 1 fewer pods [RollingLimits]
                            · maxSurge: maxSurge is 0, so at most 4 pods may exist [RollingLimits]
                            · maxUnavailable: maxUnavailable 25% of 4 = 1, so at least 3 pods must stay available [RollingLimits]
                          - replicaset/SECOND: can't grow: all sets together are at the limit of pods (pods wanted by all sets 4) [RollingUpdate]
                          - old replica sets: no old pod may go: 4 pods - 3 that must be available - 1 new ones that are not yet available = 0 [RollingUpdate]
                        """
                                .replace("SECOND", second));
    }

    @Test
    void unavailableOldPodsGoFirst() {
        var world = new RolloutWorld(4, "1", "0");
        world.step();
        world.podsFollow(2);
        world.image("web:2");
        world.step();
        world.podsFollow(0);
        var first = world.sets.get(0).metadata().name();
        // two of the four old pods never came up; they hold no availability, so they may go at once
        world.sets.set(
                0, world.sets.get(0).withStatus(world.sets.get(0).status().withAvailableReplicas(3)));
        world.sets.set(
                1, world.sets.get(1).withStatus(world.sets.get(1).status().withAvailableReplicas(1)));
        var decision = world.step();
        assertThat(decision.explain()).isEqualTo("Scaled down replica set " + first + " from 4 to 3");
    }

    @Test
    void recreateWaitsUntilNoOldPodRuns() {
        var world = new RolloutWorld(2, "25%", "25%");
        world.settle();
        world.spec(world.deployment
                .spec()
                .withStrategy(DeploymentStrategyBuilder.builder()
                        .type(Deployment.StrategyType.RECREATE)
                        .build())
                .withTemplate(Workloads.template("web:2")));
        world.events.clear();
        var first = world.sets.get(0).metadata().name();
        assertThat(world.step().explain()).isEqualTo("Scaled down replica set " + first + " from 2 to 0");
        assertThat(world.step().explain()).isEqualTo("an old pod still runs, so no new pod may start");
        world.podsFollow(0);
        world.step();
        assertThat(world.events)
                .containsExactly(
                        "Scaled down replica set " + first + " from 2 to 0",
                        "Scaled up replica set " + world.newest().metadata().name() + " from 0 to 2");
    }

    @Test
    void scalingDuringARolloutIsProportional() {
        var world = new RolloutWorld(10, "3", "2");
        world.settle();
        world.image("web:2");
        world.step();
        world.podsFollow(0);
        world.step();
        world.podsFollow(0);
        assertThat(sizes(world)).containsExactly(8, 5);
        world.spec(world.deployment.spec().withReplicas(15));
        var decision = world.step();
        assertThat(decision.stage()).isEqualTo(RolloutDecision.Stage.SCALING);
        assertThat(sizes(world)).containsExactly(11, 7);
        assertThat(world.newest().metadata().annotations())
                .containsEntry(RolloutAnnotations.DESIRED_REPLICAS, "15")
                .containsEntry(RolloutAnnotations.MAX_REPLICAS, "18");
    }

    @Test
    void aPausedDeploymentScalesButDoesNotRollOut() {
        var world = new RolloutWorld(2, "25%", "25%");
        world.settle();
        world.spec(world.deployment.spec().withPaused(true).withReplicas(5).withTemplate(Workloads.template("web:2")));
        var decision = world.step();
        assertThat(decision.stage()).isEqualTo(RolloutDecision.Stage.PAUSED);
        assertThat(sizes(world)).containsExactly(5);
        assertThat(world.condition("Progressing").status()).isEqualTo(ConditionStatus.UNKNOWN);
        assertThat(world.condition("Progressing").message()).isEqualTo("Deployment is paused");
        world.spec(world.deployment.spec().withPaused(false));
        world.step();
        assertThat(world.sets).hasSize(2);
    }

    @Test
    void aRolloutThatIsStuckMissesItsDeadline() {
        var world = new RolloutWorld(2, "1", "0");
        world.spec(world.deployment.spec().withProgressDeadlineSeconds(60));
        world.step();
        world.podsFollow(0);
        world.step();
        world.now = world.now.plusSeconds(60);
        world.step();
        assertThat(world.condition("Progressing").reason()).isEqualTo("ReplicaSetUpdated");
        world.now = world.now.plusSeconds(1);
        world.step();
        var progressing = world.condition("Progressing");
        assertThat(progressing.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(progressing.reason()).isEqualTo("ProgressDeadlineExceeded");
        assertThat(progressing.message())
                .isEqualTo("ReplicaSet \"" + world.newest().metadata().name() + "\" has timed out progressing.");
        assertThat(Rollout.status(world.deployment).failed()).isTrue();
        assertThat(Rollout.status(world.deployment).explain())
                .isEqualTo("deployment \"web\" exceeded its progress deadline");
    }

    @Test
    void revisionsBeyondTheHistoryLimitAreForgotten() {
        var world = new RolloutWorld(1, "1", "0");
        world.spec(world.deployment.spec().withRevisionHistoryLimit(2));
        for (int i = 1; i <= 5; i++) {
            world.now = world.now.plusSeconds(1);
            world.image("web:" + i);
            world.settle();
        }
        assertThat(Rollout.history(world.sets))
                .extracting(RolloutRevision::number)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void undoTakesTheTemplateOfTheRevisionBefore() {
        var world = new RolloutWorld(1, "1", "0");
        world.settle();
        var original = world.deployment.spec().template();
        world.image("web:2");
        world.settle();
        var rollback = Rollout.undo(world.deployment, world.sets, 0);
        assertThat(rollback.explain()).isEqualTo("rolled back");
        assertThat(rollback.deployment().spec().template()).isEqualTo(original);
        world.spec(rollback.deployment().spec());
        world.settle();
        assertThat(world.newest().metadata().annotations())
                .containsEntry(RolloutAnnotations.REVISION, "3")
                .containsEntry(RolloutAnnotations.REVISION_HISTORY, "1");
        assertThat(Rollout.undo(world.deployment, world.sets, 3).explain())
                .isEqualTo("skipped rollback (current template already matches revision 3)");
    }

    @Test
    void whatCanNotBeUndoneIsRefusedInKubectlsWords() {
        var world = new RolloutWorld(1, "1", "0");
        world.settle();
        assertThat(refusal(world, 7)).isEqualTo("unable to find specified revision 7 in history");
        assertThat(refusal(world, 0)).isEqualTo("no rollout history found for deployment \"web\"");
        world.image("web:2");
        world.settle();
        world.spec(world.deployment.spec().withPaused(true));
        assertThat(refusal(world, 1))
                .isEqualTo("cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and"
                        + " try again");
    }

    @Test
    void aSelectorOfAllPodsIsRefused() {
        var world = new RolloutWorld(1, "1", "0");
        world.spec(world.deployment.spec().withSelector(LabelSelector.EMPTY));
        var decision = world.step();
        assertThat(decision.changes()).isEmpty();
        assertThat(decision.events())
                .extracting(event -> event.reason() + ": " + event.message())
                .containsExactly(
                        "SelectingAll: This deployment is selecting all pods. A non-empty selector is" + " required.");
        assertThat(decision.deployment().status().observedGeneration()).isEqualTo(2);
    }

    @Test
    void annotationsOfTheDeploymentReachTheSet() {
        var world = new RolloutWorld(1, "1", "0");
        world.settle();
        var metadata = world.deployment.metadata();
        var annotations = new TreeMap<>(metadata.annotations());
        annotations.putAll(Map.of(
                RolloutAnnotations.CHANGE_CAUSE, "hotfix", "kubectl.kubernetes.io/last-applied-configuration", "{}"));
        world.deployment = world.deployment.withMetadata(metadata.withAnnotations(annotations));
        assertThat(world.step().changes()).hasSize(1).first().isInstanceOf(ReplicaSetChange.Update.class);
        assertThat(world.newest().metadata().annotations())
                .containsEntry(RolloutAnnotations.CHANGE_CAUSE, "hotfix")
                .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
    }

    /** No step ever breaks the limits, whatever pods come up when, and every rollout ends. */
    @Property(tries = 300)
    void aRollingUpdateKeepsItsLimitsAndEnds(
            @ForAll @IntRange(min = 1, max = 20) int replicas,
            @ForAll @IntRange(max = 120) int surgePercent,
            @ForAll @IntRange(max = 100) int unavailablePercent,
            @ForAll List<@IntRange(max = 5) Integer> startingPods) {
        var world = new RolloutWorld(replicas, surgePercent + "%", unavailablePercent + "%");
        world.settle();
        var limits = RollingLimits.of(world.deployment);
        world.image("web:2");
        for (int starting : startingPods) {
            world.step();
            world.podsFollow(starting);
            assertThat(world.wanted()).isLessThanOrEqualTo(replicas + limits.surge());
            assertThat(world.available()).isGreaterThanOrEqualTo(replicas - limits.unavailable());
        }
        world.settle();
        assertThat(RolloutProgress.isComplete(world.deployment, world.deployment.status()))
                .isTrue();
        assertThat(world.wanted()).isEqualTo(replicas);
    }

    private static List<Integer> sizes(RolloutWorld world) {
        return world.sets.stream().map(set -> set.spec().replicas()).toList();
    }

    private static String refusal(RolloutWorld world, long revision) {
        try {
            return "done: "
                    + Rollout.undo(world.deployment, world.sets, revision).explain();
        } catch (RollbackException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
