package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.WorkloadEvent;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Undoes a rollout because the Deployment's annotation {@code deprecated.deployment.rollback.to} asks for it, as clients of
 * its first versions did. Whether that works or not, the annotation goes.
 *
 * <p>Upstream source: {@code pkg/controller/deployment/rollback.go}.
 */
final class RollbackStep {
    private static final String DONE = "DeploymentRollback";
    private static final String NOT_FOUND = "DeploymentRollbackRevisionNotFound";
    private static final String UNCHANGED = "DeploymentRollbackTemplateUnchanged";

    private RollbackStep() {}

    /** The revision that is asked for, 0 for the last one before the present; absent if there is no such number. */
    static OptionalLong asked(Deployment deployment) {
        return RolloutAnnotations.number(
                deployment.metadata().annotations().getOrDefault(RolloutAnnotations.DEPRECATED_ROLLBACK_TO, ""));
    }

    static void apply(RolloutPlan plan, long asked) {
        RevisionSync.createIfMissing(plan);
        long revision = asked == 0 ? lastBefore(plan) : asked;
        if (revision == 0) {
            plan.tell(WorkloadEvent.warning(NOT_FOUND, "Unable to find last revision."));
        } else {
            rollBack(plan, revision);
        }
        var annotations = new TreeMap<>(plan.deployment().metadata().annotations());
        annotations.remove(RolloutAnnotations.DEPRECATED_ROLLBACK_TO);
        plan.rewrite(plan.deployment().withMetadata(plan.deployment().metadata().withAnnotations(annotations)));
    }

    private static void rollBack(RolloutPlan plan, long revision) {
        var deployment = plan.deployment();
        var name = deployment.metadata().name();
        for (var set : plan.sets().all()) {
            if (is(set, revision)) {
                if (RevisionSets.sameTemplate(
                        set.spec().template(), deployment.spec().template())) {
                    plan.tell(WorkloadEvent.warning(
                            UNCHANGED,
                            "The rollback revision contains the same template as current deployment \"" + name + "\""));
                } else {
                    plan.rewrite(Rollout.restored(deployment, set));
                    plan.tell(WorkloadEvent.normal(
                            DONE, "Rolled back deployment \"" + name + "\" to revision " + revision));
                }
                return;
            }
        }
        plan.tell(WorkloadEvent.warning(NOT_FOUND, "Unable to find the revision to rollback to."));
    }

    private static boolean is(ReplicaSet set, long revision) {
        var number = RolloutAnnotations.revision(set.metadata());
        return number.isPresent() && number.getAsLong() == revision;
    }

    /** The second highest revision; 0 if there is none. */
    private static long lastBefore(RolloutPlan plan) {
        long highest = 0;
        long second = 0;
        for (var set : plan.sets().all()) {
            var number = RolloutAnnotations.revision(set.metadata());
            if (number.isEmpty()) {
                continue;
            }
            long revision = number.getAsLong();
            if (revision >= highest) {
                second = highest;
                highest = revision;
            } else if (revision > second) {
                second = revision;
            }
        }
        return second;
    }
}
