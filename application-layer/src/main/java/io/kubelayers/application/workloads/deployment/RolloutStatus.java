package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * How far a rollout is, as {@code kubectl rollout status} says it.
 *
 * @param done whether the rollout has succeeded
 * @param failed whether the progress deadline has passed
 * @param finding the answer with the counts behind it
 */
public record RolloutStatus(boolean done, boolean failed, Finding finding) implements Explained {
    static RolloutStatus of(Deployment deployment) {
        var status = deployment.status();
        var name = "\"" + deployment.metadata().name() + "\"";
        if (deployment.metadata().generation() > status.observedGeneration()) {
            return waiting(deployment, "Waiting for deployment spec update to be observed...");
        }
        var progress = DeploymentConditions.find(status, Deployment.ConditionType.PROGRESSING);
        if (progress != null && DeploymentConditions.PROGRESS_DEADLINE_EXCEEDED.equals(progress.reason())) {
            var finding =
                    finding(Finding.Mark.FAIL, deployment, "deployment " + name + " exceeded its progress deadline");
            return new RolloutStatus(false, true, finding);
        }
        var unfinished = "Waiting for deployment " + name + " rollout to finish: ";
        int desired = RollingLimits.replicas(deployment);
        int updated = status.updatedReplicas();
        if (updated < desired) {
            return waiting(
                    deployment, unfinished + updated + " out of " + desired + " new replicas have been updated...");
        }
        if (status.replicas() > updated) {
            return waiting(
                    deployment,
                    unfinished + (status.replicas() - updated) + " old replicas are pending termination...");
        }
        if (status.availableReplicas() < updated) {
            return waiting(
                    deployment,
                    unfinished + status.availableReplicas() + " of " + updated + " updated replicas are available...");
        }
        return new RolloutStatus(
                true, false, finding(Finding.Mark.PASS, deployment, "deployment " + name + " successfully rolled out"));
    }

    private static RolloutStatus waiting(Deployment deployment, String message) {
        return new RolloutStatus(false, false, finding(Finding.Mark.NOTE, deployment, message));
    }

    private static Finding finding(Finding.Mark mark, Deployment deployment, String message) {
        var status = deployment.status();
        var subject = "deployment/" + deployment.metadata().name();
        return (switch (mark) {
                    case PASS -> Finding.pass("RolloutStatus", subject, message);
                    case FAIL -> Finding.fail("RolloutStatus", subject, message);
                    case NOTE -> Finding.note("RolloutStatus", subject, message);
                })
                .input("replicas", status.replicas())
                .input("updated", status.updatedReplicas())
                .input("available", status.availableReplicas());
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
