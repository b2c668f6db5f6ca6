package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.application.workloads.replicaset.ReplicaSetDecision;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The work sheet of one rollout decision: the sets as they will be after the changes noted so far. */
final class RolloutPlan {
    private final Instant now;
    private Deployment deployment;
    private @Nullable ReplicaSet newest;
    private final List<ReplicaSet> old;
    private final List<ReplicaSetChange> changes = new ArrayList<>();
    private final List<WorkloadEvent> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    RolloutPlan(Deployment deployment, List<ReplicaSet> owned, Instant now) {
        this.deployment = deployment;
        this.now = now;
        var sets = RevisionSets.of(deployment, owned);
        this.newest = sets.newest();
        this.old = new ArrayList<>(sets.old());
    }

    Instant now() {
        return now;
    }

    Deployment deployment() {
        return deployment;
    }

    @Nullable
    ReplicaSet newest() {
        return newest;
    }

    RevisionSets sets() {
        return new RevisionSets(newest, old);
    }

    List<ReplicaSetChange> changes() {
        return changes;
    }

    List<Finding> findings() {
        return findings;
    }

    List<WorkloadEvent> events() {
        return events;
    }

    void tell(WorkloadEvent event) {
        events.add(event);
    }

    /** Changes more of the Deployment than its status. */
    void rewrite(Deployment changed) {
        deployment = changed;
    }

    void note(Finding finding) {
        findings.add(finding);
    }

    void create(ReplicaSet set) {
        newest = set;
        changes.add(new ReplicaSetChange.Create(set));
    }

    void update(ReplicaSet set) {
        changes.add(new ReplicaSetChange.Update(set));
        replace(set);
    }

    void delete(ReplicaSet set) {
        changes.add(new ReplicaSetChange.Delete(set));
        old.removeIf(other -> isSame(other, set));
    }

    /** Gives a set a size, noting the Deployment's size on it; nothing if both are so already. */
    boolean scale(ReplicaSet set, int to) {
        int from = ReplicaSetDecision.replicas(set);
        int desired = RollingLimits.replicas(deployment);
        var sized = RolloutAnnotations.sized(
                set.withSpec(set.spec().withReplicas(to)),
                desired,
                desired + RollingLimits.of(deployment).surge());
        if (sized.equals(set)) {
            return false;
        }
        changes.add(new ReplicaSetChange.Scale(sized, from, to));
        replace(sized);
        return from != to;
    }

    private void replace(ReplicaSet set) {
        if (newest != null && isSame(newest, set)) {
            newest = set;
            return;
        }
        old.replaceAll(other -> isSame(other, set) ? set : other);
    }

    private static boolean isSame(ReplicaSet a, ReplicaSet b) {
        return Objects.equals(a.metadata().name(), b.metadata().name());
    }

    /** Says the revision of the new set on the Deployment. */
    void revision(String revision) {
        var annotations = new TreeMap<>(deployment.metadata().annotations());
        annotations.put(RolloutAnnotations.REVISION, revision);
        deployment = deployment.withMetadata(deployment.metadata().withAnnotations(annotations));
    }

    void progressing(String status, String reason, String message) {
        deployment = deployment.withStatus(DeploymentConditions.with(
                deployment.status(), DeploymentStatus.progressing(status, reason, message, now)));
    }

    void progressing(String reason, String message) {
        progressing(ConditionStatus.TRUE, reason, message);
    }
}
