package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.explain.Finding;

/**
 * First part of every decision: the new set has the highest revision and the Deployment's annotations, and the
 * Deployment says its revision.
 *
 * <p>Upstream source: {@code getNewReplicaSet} in {@code pkg/controller/deployment/sync.go}.
 */
final class RevisionSync {
    private RevisionSync() {}

    /** Brings an existing new set up to date. */
    static void update(RolloutPlan plan) {
        var set = plan.newest();
        if (set == null) {
            return;
        }
        var deployment = plan.deployment();
        long revision = RolloutAnnotations.maxRevision(plan.sets().old()) + 1;
        var revised = RolloutAnnotations.revised(deployment, set, revision);
        int minReadySeconds = deployment.spec().minReadySeconds();
        if (revised.spec().minReadySeconds() != minReadySeconds) {
            revised = revised.withSpec(revised.spec().withMinReadySeconds(minReadySeconds));
        }
        if (!revised.equals(set)) {
            plan.update(revised);
            plan.note(Finding.note(
                    "RevisionSync",
                    "replicaset/" + set.metadata().name(),
                    "follows the deployment's annotations, minReadySeconds and revision"));
        }
        plan.revision(revised.metadata().annotations().getOrDefault(RolloutAnnotations.REVISION, ""));
        boolean unknown =
                DeploymentConditions.find(plan.deployment().status(), Deployment.ConditionType.PROGRESSING) == null;
        if (RolloutProgress.hasDeadline(deployment) && unknown) {
            plan.progressing(
                    DeploymentConditions.FOUND_NEW_REPLICA_SET,
                    "Found new replica set \"" + set.metadata().name() + "\"");
        }
    }

    /** Creates the set of the present template if there is none. */
    static void createIfMissing(RolloutPlan plan) {
        if (plan.newest() != null) {
            return;
        }
        var deployment = plan.deployment();
        var set = NewReplicaSet.of(deployment, plan.sets().old());
        plan.create(set);
        plan.revision(set.metadata().annotations().getOrDefault(RolloutAnnotations.REVISION, ""));
        plan.note(Finding.note(
                        "NewReplicaSet",
                        "replicaset/" + set.metadata().name(),
                        "no replica set has the present template, so one is created")
                .input("replicas", set.spec().replicas())
                .input("revision", set.metadata().annotations().get(RolloutAnnotations.REVISION)));
        if (RolloutProgress.hasDeadline(deployment)) {
            plan.progressing(
                    DeploymentConditions.NEW_REPLICA_SET_CREATED,
                    "Created new replica set \"" + set.metadata().name() + "\"");
        }
    }
}
