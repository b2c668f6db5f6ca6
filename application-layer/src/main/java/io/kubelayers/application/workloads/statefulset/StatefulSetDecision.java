package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a StatefulSet does next, and what it waits for.
 *
 * <ol>
 *   <li>the present template is the newest revision
 *   <li>pods that are missing or have ended are made anew, from the lowest number up
 *   <li>pods beyond the wanted number go, from the highest number down
 *   <li>pods of an old revision go, from the highest number down to the partition, as far as maxUnavailable allows
 * </ol>
 *
 * With OrderedReady each pod must be running, ready and available before the next step; with Parallel the first three
 * happen for all pods at once. Upstream source: {@code pkg/controller/statefulset/stateful_set_control.go}.
 *
 * @param actions writes, in order
 * @param status what to report
 * @param checkAgainAfter when a pod becomes available by the passing of time; null if none will
 * @param finding the reasons, one child a pod
 */
public record StatefulSetDecision(
        List<StatefulSetAction> actions, StatefulSet.Status status, @Nullable Duration checkAgainAfter, Finding finding)
        implements Explained {
    public StatefulSetDecision {
        actions = List.copyOf(actions);
    }

    /**
     * Decides the next step.
     *
     * @param set the set, with its status as last reported
     * @param owned the pods it manages
     * @param claims the claims in its namespace that carry the names of its pods' claims
     * @param history its revisions
     * @param now time for availability
     */
    public static StatefulSetDecision of(
            StatefulSet set,
            List<Pod> owned,
            List<PersistentVolumeClaim> claims,
            List<ControllerRevision> history,
            Instant now) {
        return new StatefulSetWork(set, owned, claims, history, now).decide();
    }

    /** The replicas a set asks for: 1 if not said. */
    public static int replicas(StatefulSet set) {
        var replicas = set.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
