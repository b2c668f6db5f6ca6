package io.kubelayers.application.workloads.deployment;

import static io.kubelayers.application.workloads.Workloads.NOW;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentRollingUpdateDeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.DeploymentStrategyBuilder;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Deployment with its sets in a world where pods start and stop when the test says so. */
final class RolloutWorld {
    Deployment deployment;
    final List<ReplicaSet> sets = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Instant now = NOW;

    RolloutWorld(int replicas, String maxSurge, String maxUnavailable) {
        var limits = DeploymentRollingUpdateDeploymentBuilder.builder()
                .maxSurge(IntOrString.parse(maxSurge))
                .maxUnavailable(IntOrString.parse(maxUnavailable))
                .build();
        deployment = DeploymentBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("default")
                        .uid("uid-web")
                        .generation(1)
                        .build())
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(replicas)
                        .selector(Workloads.selector())
                        .template(Workloads.template("web:1"))
                        .strategy(DeploymentStrategyBuilder.builder()
                                .type(Deployment.StrategyType.ROLLING_UPDATE)
                                .rollingUpdate(limits)
                                .build())
                        .build())
                .build();
    }

    void spec(Deployment.Spec spec) {
        var metadata = deployment.metadata();
        deployment = deployment.withSpec(spec).withMetadata(metadata.withGeneration(metadata.generation() + 1));
    }

    void image(String image) {
        spec(deployment.spec().withTemplate(Workloads.template(image)));
    }

    /** Decides a step and does what it says. */
    RolloutDecision step() {
        var decision = RolloutDecision.of(deployment, sets, List.of(), now);
        for (var change : decision.changes()) {
            var set = change.replicaSet();
            int at = indexOf(set);
            if (change instanceof ReplicaSetChange.Create) {
                sets.add(set.withMetadata(
                        set.metadata().withUid("uid-" + set.metadata().name()).withCreationTimestamp(now)));
            } else if (change instanceof ReplicaSetChange.Delete) {
                sets.remove(at);
            } else {
                sets.set(at, set);
            }
            if (change.event() != null) {
                events.add(change.event().message());
            }
        }
        deployment = decision.deployment();
        return decision;
    }

    private int indexOf(ReplicaSet set) {
        for (int i = 0; i < sets.size(); i++) {
            if (Objects.equals(sets.get(i).metadata().name(), set.metadata().name())) {
                return i;
            }
        }
        return -1;
    }

    /** Lets every set have the pods it wants; of the new ones the given number becomes available. */
    void podsFollow(int becomeAvailable) {
        int left = becomeAvailable;
        for (int i = 0; i < sets.size(); i++) {
            var set = sets.get(i);
            int wanted = Objects.requireNonNull(set.spec().replicas());
            int before = Math.min(set.status().availableReplicas(), wanted);
            int more = Math.min(left, wanted - before);
            left -= more;
            sets.set(
                    i,
                    set.withStatus(new ReplicaSet.Status(
                            wanted,
                            wanted,
                            before + more,
                            before + more,
                            0,
                            set.metadata().generation(),
                            List.of())));
        }
    }

    /** Steps until nothing is left to do, every pod starting at once. */
    void settle() {
        for (int i = 0; i < 1000; i++) {
            var before = deployment;
            podsFollow(Integer.MAX_VALUE);
            if (step().changes().isEmpty() && before.equals(deployment)) {
                return;
            }
        }
        throw new AssertionError("the rollout does not settle: " + events);
    }

    int wanted() {
        return RevisionSets.wanted(sets);
    }

    int available() {
        return RevisionSets.available(sets);
    }

    ReplicaSet newest() {
        return Objects.requireNonNull(RevisionSets.of(deployment, sets).newest());
    }

    String hash(ReplicaSet set) {
        return set.metadata().name();
    }

    Deployment.Condition condition(String type) {
        return Objects.requireNonNull(DeploymentConditions.find(deployment.status(), type));
    }
}
