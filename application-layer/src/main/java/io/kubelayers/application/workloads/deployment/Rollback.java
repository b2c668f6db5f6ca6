package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * The outcome of undoing a rollout.
 *
 * @param changed false if the deployment has that template already
 * @param deployment the deployment to write back
 * @param source the set whose template it takes
 * @param finding the reason
 */
public record Rollback(boolean changed, Deployment deployment, ReplicaSet source, Finding finding)
        implements Explained {
    static Rollback done(Deployment restored, ReplicaSet source) {
        var finding = Finding.pass(
                        "Rollback", "deployment/" + restored.metadata().name(), "rolled back")
                .input("template of", source.metadata().name())
                .input("revision", source.metadata().annotations().get(RolloutAnnotations.REVISION));
        return new Rollback(true, restored, source, finding);
    }

    static Rollback skipped(Deployment deployment, ReplicaSet source, long revision) {
        var message = "skipped rollback (current template already matches revision " + revision + ")";
        return new Rollback(
                false,
                deployment,
                source,
                Finding.note("Rollback", "deployment/" + deployment.metadata().name(), message));
    }

    /** What kubectl says: {@code rolled back}, or why not. */
    @Override
    public String explain() {
        return finding.message();
    }
}
