package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kubectl rollout} asks of a Deployment and its sets: status, history, undo.
 *
 * <p>Upstream source: {@code rollout_status.go}, {@code history.go} and {@code rollback.go} in {@code
 * kubectl/pkg/polymorphichelpers}.
 */
public final class Rollout {
    private Rollout() {}

    /** How far the rollout is, in kubectl's words. */
    public static RolloutStatus status(Deployment deployment) {
        return RolloutStatus.of(deployment);
    }

    /** The revisions a deployment can go back to, oldest first; sets without a readable revision are left out. */
    public static List<RolloutRevision> history(List<ReplicaSet> owned) {
        var history = new ArrayList<RolloutRevision>();
        for (var set : owned.stream().sorted(RevisionCleanup.BY_REVISION).toList()) {
            var annotations = set.metadata().annotations();
            var number = RolloutAnnotations.revision(set.metadata());
            if (number.isPresent() && annotations.containsKey(RolloutAnnotations.REVISION)) {
                history.add(
                        new RolloutRevision(number.getAsLong(), annotations.get(RolloutAnnotations.CHANGE_CAUSE), set));
            }
        }
        return List.copyOf(history);
    }

    /**
     * The deployment with the template and annotations of an earlier revision.
     *
     * @param revision the revision to go back to; 0 means the one before the latest
     * @throws RollbackException if there is no such revision, or the deployment is paused
     */
    public static Rollback undo(Deployment deployment, List<ReplicaSet> owned, long revision) {
        var set = find(deployment, owned, revision);
        if (deployment.spec().paused()) {
            throw new RollbackException(
                    "cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again");
        }
        var template = RevisionSets.withoutHash(set.spec().template());
        if (template.equals(RevisionSets.withoutHash(deployment.spec().template()))) {
            return Rollback.skipped(deployment, set, revision);
        }
        return Rollback.done(restored(deployment, set), set);
    }

    /** The deployment with the template and annotations of a set. */
    static Deployment restored(Deployment deployment, ReplicaSet set) {
        var annotations = new TreeMap<String, String>();
        deployment.metadata().annotations().forEach((key, value) -> {
            if (RolloutAnnotations.staysBehind(key)) {
                annotations.put(key, value);
            }
        });
        set.metadata().annotations().forEach((key, value) -> {
            if (!RolloutAnnotations.staysBehind(key)) {
                annotations.put(key, value);
            }
        });
        return deployment
                .withMetadata(deployment.metadata().withAnnotations(annotations))
                .withSpec(deployment
                        .spec()
                        .withTemplate(RevisionSets.withoutHash(set.spec().template())));
    }

    private static ReplicaSet find(Deployment deployment, List<ReplicaSet> owned, long revision) {
        ReplicaSet latest = null;
        ReplicaSet previous = null;
        long latestNumber = -1;
        long previousNumber = -1;
        for (var set : RevisionSets.of(deployment, owned).all()) {
            long number = RolloutAnnotations.revision(set.metadata()).orElse(-1);
            if (number < 0) {
                continue;
            }
            if (revision != 0 && number == revision) {
                return set;
            }
            if (latestNumber < number) {
                previous = latest;
                previousNumber = latestNumber;
                latest = set;
                latestNumber = number;
            } else if (previousNumber < number) {
                previous = set;
                previousNumber = number;
            }
        }
        if (revision != 0) {
            throw new RollbackException("unable to find specified revision " + revision + " in history");
        }
        return present(previous, deployment);
    }

    private static ReplicaSet present(@Nullable ReplicaSet previous, Deployment deployment) {
        if (previous == null) {
            throw new RollbackException("no rollout history found for deployment \""
                    + deployment.metadata().name() + "\"");
        }
        return previous;
    }
}
