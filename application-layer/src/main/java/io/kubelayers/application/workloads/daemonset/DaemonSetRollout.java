package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a rolling update: which old pods go, or which nodes get the new pod beside the old one.
 *
 * <p>Old pods that are not available go at once; of the others as many as the limit leaves. Upstream source: {@code
 * rollingUpdate} in {@code pkg/controller/daemon/update.go}.
 */
final class DaemonSetRollout {
    private final DaemonSet set;
    private final String hash;
    private final Instant now;
    private final DaemonSetLimits limits;
    private final List<Pod> lost = new ArrayList<>();
    private final List<Pod> candidates = new ArrayList<>();
    private final List<Pod> followed = new ArrayList<>();
    private final List<String> lostNodes = new ArrayList<>();
    private final List<String> candidateNodes = new ArrayList<>();
    private int unavailable;
    private int surging;

    DaemonSetRollout(DaemonSet set, String hash, Instant now, DaemonSetLimits limits) {
        this.set = set;
        this.hash = hash;
        this.now = now;
        this.limits = limits;
    }

    /** Looks at one node that has pods of the set. */
    void node(String node, List<Pod> pods, boolean shouldRun) {
        Pod fresh = null;
        Pod old = null;
        for (var pod : pods) {
            if (pod.metadata().deletionTimestamp() != null) {
                continue;
            }
            if (hash.equals(pod.metadata().labels().get(TemplateRevisions.LABEL))) {
                fresh = pod;
            } else {
                old = pod;
            }
        }
        if (limits.surge() == 0) {
            replace(fresh, old);
        } else if (shouldRun) {
            surge(node, fresh, old);
        }
    }

    private void replace(@Nullable Pod fresh, @Nullable Pod old) {
        if ((fresh == null) == (old == null)) {
            unavailable++;
        } else if (fresh != null) {
            unavailable += isAvailable(fresh) ? 0 : 1;
        } else if (!isAvailable(old)) {
            lost.add(old);
        } else {
            candidates.add(old);
        }
    }

    private void surge(String node, @Nullable Pod fresh, @Nullable Pod old) {
        if (old == null) {
            return;
        }
        if (fresh == null) {
            (isAvailable(old) ? candidateNodes : lostNodes).add(node);
        } else if (isAvailable(fresh)) {
            followed.add(old);
        } else {
            surging++;
        }
    }

    /** Old pods to delete. */
    List<Pod> delete() {
        var delete = new ArrayList<>(lost);
        delete.addAll(followed);
        int more = Math.min(Math.max(0, limits.unavailable() - unavailable), candidates.size());
        delete.addAll(candidates.subList(0, more));
        return delete;
    }

    /** Nodes that get the new pod beside the old one. */
    List<String> surge() {
        var nodes = new ArrayList<>(lostNodes);
        int more = Math.min(Math.max(0, limits.surge() - surging), candidateNodes.size());
        nodes.addAll(candidateNodes.subList(0, more));
        return nodes;
    }

    private boolean isAvailable(@Nullable Pod pod) {
        return pod != null && PodAvailability.isAvailable(pod, set.spec().minReadySeconds(), now);
    }
}
