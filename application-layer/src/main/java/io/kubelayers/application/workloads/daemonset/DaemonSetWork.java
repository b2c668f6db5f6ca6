package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.ObjectOrder;
import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work sheet of one {@link DaemonSetDecision}. */
final class DaemonSetWork {
    private static final String CODE = "DaemonSet";

    /** Pods that have a node first, then the oldest. */
    private static final Comparator<Pod> KEEP_FIRST = Comparator.<Pod, Boolean>comparing(
                    pod -> pod.spec().nodeName() == null)
            .thenComparing(ObjectOrder.BY_AGE);

    private final DaemonSet set;
    private final List<Pod> owned;
    private final Instant now;
    private final List<ControllerRevision> history;
    private final TemplateRevisions.Sync revision;
    private final Map<String, List<Pod>> byNode = new LinkedHashMap<>();
    private final Map<String, NodeFit> fits = new LinkedHashMap<>();
    private final List<Pod> create = new ArrayList<>();
    private final List<Pod> delete = new ArrayList<>();
    private final List<Pod> failed = new ArrayList<>();
    private final List<WorkloadEvent> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    DaemonSetWork(DaemonSet set, List<Pod> owned, List<Node> nodes, List<ControllerRevision> history, Instant now) {
        this.set = set;
        this.owned = owned;
        this.now = now;
        this.history = history;
        this.revision = TemplateRevisions.sync(
                set.metadata(),
                ControllerRef.to("apps/v1", "DaemonSet", set.metadata()),
                set.spec().template(),
                history,
                TemplateRevisions.LABEL,
                set.status().collisionCount());
        for (var pod : owned) {
            var node = DaemonPod.nodeOf(pod);
            if (node != null) {
                byNode.computeIfAbsent(node, name -> new ArrayList<>()).add(pod);
            }
        }
        var candidate = DaemonPod.candidate(set);
        for (var node : nodes) {
            fits.put(node.metadata().nameOrEmpty(), NodeFit.of(candidate, node));
        }
    }

    DaemonSetDecision decide() {
        boolean leaving = set.metadata().deletionTimestamp() != null;
        if (!leaving) {
            manage();
            boolean rolling = !DaemonSet.UpdateStrategyType.ON_DELETE.equals(
                    set.spec().updateStrategy().type());
            if (create.isEmpty() && delete.isEmpty() && rolling) {
                rollingUpdate();
            }
        }
        var status = status();
        var message = leaving
                ? "is being deleted: no change"
                : create.isEmpty() && delete.isEmpty()
                        ? status.numberAvailable() + " of " + status.desiredNumberScheduled() + " pods are available"
                        : "creates " + create.size() + " pods and deletes " + delete.size();
        var root = Finding.note(CODE, "daemonset/" + set.metadata().nameOrEmpty(), message)
                .because(findings);
        return new DaemonSetDecision(
                revision, first(create), first(delete), failed, surplus(), events, status, nextCheck(), root);
    }

    private static List<Pod> first(List<Pod> pods) {
        return pods.subList(0, Math.min(DaemonSetDecision.BURST, pods.size()));
    }

    String hash() {
        return revision.revision().metadata().labels().getOrDefault(TemplateRevisions.LABEL, "");
    }

    private void manage() {
        for (var entry : fits.entrySet()) {
            var name = entry.getKey();
            var fit = entry.getValue();
            var pods = byNode.getOrDefault(name, List.of());
            if (fit.shouldRun() && pods.isEmpty()) {
                findings.add(Finding.pass(CODE, "node/" + name, "lacks the pod, which is created"));
                create.add(DaemonPod.of(set, name, hash()));
            } else if (fit.mayStay()) {
                findings.add(fit.finding());
                tidy(name, pods);
            } else {
                findings.add(fit.finding());
                for (var pod : pods) {
                    if (pod.metadata().deletionTimestamp() == null) {
                        delete(pod, "should not be on node " + name);
                    }
                }
            }
        }
        for (var entry : byNode.entrySet()) {
            if (!fits.containsKey(entry.getKey())) {
                for (var pod : entry.getValue()) {
                    if (pod.spec().nodeName() == null && pod.metadata().deletionTimestamp() == null) {
                        delete(pod, "waits for node " + entry.getKey() + ", which is gone");
                    }
                }
            }
        }
    }

    /** Ended pods go, and all but one of the running ones; during a surge one old and one new may run. */
    private void tidy(String node, List<Pod> pods) {
        var running = new ArrayList<Pod>();
        for (var pod : pods) {
            if (pod.metadata().deletionTimestamp() != null) {
                continue;
            }
            if (PodAvailability.isTerminal(pod)) {
                ended(pod, node);
            } else {
                running.add(pod);
            }
        }
        running.sort(KEEP_FIRST);
        if (!DaemonSetLimits.allowsSurge(set)) {
            for (int i = 1; i < running.size(); i++) {
                delete(running.get(i), "is a second pod on node " + node);
            }
            return;
        }
        Pod fresh = null;
        Pod old = null;
        for (var pod : running) {
            if (isNew(pod) && fresh == null) {
                fresh = pod;
            } else if (!isNew(pod) && old == null) {
                old = pod;
            } else {
                delete(pod, "is one pod too many on node " + node);
            }
        }
        if (fresh != null && old != null && (!PodAvailability.isReady(old) || isAvailable(fresh))) {
            delete(old, "is followed by " + fresh.metadata().nameOrEmpty());
        }
    }

    private void ended(Pod pod, String node) {
        boolean hasFailed = Pod.Phase.FAILED.equals(pod.status().phase());
        var name = pod.metadata().namespaceOrEmpty() + "/" + pod.metadata().nameOrEmpty();
        if (hasFailed) {
            failed.add(pod);
            events.add(WorkloadEvent.warning(
                    "FailedDaemonPod",
                    "Found failed daemon pod " + name + " on node " + node + ", will try to kill it"));
        } else {
            events.add(WorkloadEvent.normal(
                    "SucceededDaemonPod",
                    "Found succeeded daemon pod " + name + " on node " + node + ", will try to delete it"));
        }
        delete(pod, hasFailed ? "has failed" : "has ended");
    }

    private void rollingUpdate() {
        int desired = 0;
        for (var fit : fits.values()) {
            desired += fit.shouldRun() ? 1 : 0;
        }
        var limits = DaemonSetLimits.of(set, desired);
        findings.add(limits.finding());
        var step = new DaemonSetRollout(set, hash(), now, limits);
        byNode.forEach((node, pods) -> {
            var fit = fits.get(node);
            step.node(node, pods, fit != null && fit.shouldRun());
        });
        step.delete().forEach(pod -> delete(pod, "has an old revision and is replaced"));
        for (var node : step.surge()) {
            findings.add(Finding.pass(CODE, "node/" + node, "gets the new pod beside the old one"));
            create.add(DaemonPod.of(set, node, hash()));
        }
    }

    private void delete(Pod pod, String why) {
        delete.add(pod);
        findings.add(Finding.pass(CODE, "pod/" + pod.metadata().nameOrEmpty(), why));
    }

    private boolean isNew(Pod pod) {
        return hash().equals(pod.metadata().labels().get(TemplateRevisions.LABEL));
    }

    private boolean isAvailable(Pod pod) {
        return PodAvailability.isAvailable(pod, set.spec().minReadySeconds(), now);
    }

    private List<ControllerRevision> surplus() {
        Set<String> used = new HashSet<>();
        used.add(revision.revision().metadata().nameOrEmpty());
        for (var pod : owned) {
            used.add(
                    set.metadata().nameOrEmpty() + "-" + pod.metadata().labels().get(TemplateRevisions.LABEL));
        }
        var limit = set.spec().revisionHistoryLimit();
        return TemplateRevisions.surplus(history, used, limit == null ? 10 : limit);
    }

    private DaemonSet.Status status() {
        int desired = 0;
        int current = 0;
        int misplaced = 0;
        int ready = 0;
        int available = 0;
        int updated = 0;
        for (var fit : fits.entrySet()) {
            var pods = byNode.getOrDefault(fit.getKey(), List.of());
            if (!fit.getValue().shouldRun()) {
                misplaced += pods.isEmpty() ? 0 : 1;
                continue;
            }
            desired++;
            if (pods.isEmpty()) {
                continue;
            }
            current++;
            var pod = pods.stream().sorted(KEEP_FIRST).findFirst().orElseThrow();
            ready += PodAvailability.isReady(pod) ? 1 : 0;
            available += isAvailable(pod) ? 1 : 0;
            updated += isNew(pod) ? 1 : 0;
        }
        return new DaemonSet.Status(
                current,
                misplaced,
                desired,
                ready,
                set.metadata().generation(),
                updated,
                available,
                desired - available,
                set.status().collisionCount(),
                set.status().conditions());
    }

    private @Nullable Duration nextCheck() {
        Duration next = null;
        for (var pod : owned) {
            var wait = PodAvailability.untilAvailable(pod, set.spec().minReadySeconds(), now);
            if (wait != null && (next == null || wait.compareTo(next) < 0)) {
                next = wait;
            }
        }
        return next;
    }
}
