package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.DrainPlan.PodNote;
import io.kubelayers.governance.disruption.DrainTrial.Event;
import io.kubelayers.governance.disruption.DrainTrial.Step;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of {@link DrainTrial}: cordons a fork's node, evicts its pods second by second, and takes notes. */
final class DrainRehearsal {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final String node;
    private final DrainOptions options;
    private final Duration limit;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Pod> leaving = new LinkedHashMap<>();

    /** A pod that is still to be evicted: when to ask, and what was said last. */
    private record Waiting(Pod pod, Instant next, String said, @Nullable Finding why, boolean forGood) {}

    DrainRehearsal(Cluster cluster, String node, DrainOptions options, Duration limit) {
        this.cluster = cluster;
        this.node = node;
        this.options = options;
        this.limit = limit;
    }

    DrainTrial run() {
        try (var fork = cluster.fork()) {
            long readyBefore = controlledAndReady(fork);
            var start = fork.now();
            var nodes = fork.client().on(Node.class);
            var there = nodes.get("", node);
            nodes.update(there.withSpec(there.spec().withUnschedulable(true)));
            var plan = DrainPlan.of(
                    node,
                    podsOfNode(fork),
                    fork.lister(PodDisruptionBudget.class).list(),
                    options,
                    start);
            if (!plan.obstacles().isEmpty()) {
                return new DrainTrial(
                        node, steps, plan.left(), plan.obstacles(), null, null, limit, List.of(plan.finding()));
            }
            for (var pod : podsOfNode(fork)) {
                if (plan.left().stream().noneMatch(note -> note.pod().equals(key(pod)))) {
                    waiting.put(key(pod), new Waiting(pod, start, "", null, false));
                }
            }
            fork.settle();
            return watch(fork, start, readyBefore, plan);
        }
    }

    private DrainTrial watch(Cluster fork, Instant start, long readyBefore, DrainPlan plan) {
        Duration drained = null;
        Duration replaced = null;
        var end = start.plus(limit);
        while (true) {
            evict(fork, start);
            fork.settle();
            noteGone(fork, start);
            var elapsed = Duration.between(start, fork.now());
            if (drained == null && waiting.isEmpty() && leaving.isEmpty()) {
                drained = elapsed;
            }
            if (drained != null && controlledAndReady(fork) >= readyBefore) {
                replaced = elapsed;
                break;
            }
            boolean hopeless = !waiting.isEmpty()
                    && leaving.isEmpty()
                    && waiting.values().stream().allMatch(Waiting::forGood);
            if (hopeless || !fork.now().isBefore(end)) {
                break;
            }
            fork.advance(TICK);
        }
        return new DrainTrial(node, steps, plan.left(), stuck(), drained, replaced, limit, reasons());
    }

    private void evict(Cluster fork, Instant start) {
        for (var entry : List.copyOf(waiting.entrySet())) {
            var pod = entry.getValue();
            if (pod.forGood() || pod.next().isAfter(fork.now())) {
                continue;
            }
            try {
                var eviction = EvictionBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .namespace(pod.pod().metadata().namespace())
                                .name(pod.pod().metadata().name())
                                .build())
                        .build();
                fork.client()
                        .on(Pod.class)
                        .post(
                                pod.pod().metadata().namespaceOrEmpty(),
                                pod.pod().metadata().nameOrEmpty(),
                                "eviction",
                                eviction);
                note(fork, start, Event.EVICTED, entry.getKey(), "");
            } catch (ApiException refusal) {
                if (!refusal.isNotFound()) {
                    refused(fork, start, entry.getKey(), pod, refusal);
                    continue;
                }
            }
            waiting.remove(entry.getKey());
            leaving.put(entry.getKey(), pod.pod());
        }
    }

    private void refused(Cluster fork, Instant start, String key, Waiting pod, ApiException refusal) {
        var said = text(refusal);
        if (pod.said().isEmpty()) {
            note(fork, start, Event.NOT_NOW, key, said);
        }
        var again = fork.now().plus(BETWEEN_TRIES);
        waiting.put(key, new Waiting(pod.pod(), again, said, refusal.finding(), refusal.code() != 429));
    }

    private static String text(ApiException refusal) {
        var details = refusal.status().details();
        var cause = details == null || details.causes().isEmpty()
                ? null
                : details.causes().get(0).message();
        return refusal.explain() + (cause == null || refusal.explain().contains(cause) ? "" : " " + cause);
    }

    private void noteGone(Cluster fork, Instant start) {
        for (var entry : List.copyOf(leaving.entrySet())) {
            var metadata = entry.getValue().metadata();
            var now = fork.lister(Pod.class).get(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
            if (now.isEmpty()
                    || !String.valueOf(metadata.uid())
                            .equals(now.get().metadata().uid())) {
                leaving.remove(entry.getKey());
                note(fork, start, Event.GONE, entry.getKey(), "");
            }
        }
    }

    private void note(Cluster fork, Instant start, Event event, String pod, String text) {
        steps.add(new Step(Duration.between(start, fork.now()), event, pod, text));
    }

    private List<PodNote> stuck() {
        var stuck = new ArrayList<PodNote>();
        waiting.forEach((key, pod) -> stuck.add(new PodNote(key, pod.said())));
        leaving.keySet().forEach(key -> stuck.add(new PodNote(key, "is on its way out, and not gone yet")));
        return stuck;
    }

    private List<Finding> reasons() {
        var reasons = new ArrayList<Finding>();
        for (var pod : waiting.values()) {
            if (pod.why() != null) {
                reasons.add(pod.why());
            }
        }
        return reasons;
    }

    private List<Pod> podsOfNode(Cluster fork) {
        return fork.lister(Pod.class).list().stream()
                .filter(pod -> node.equals(pod.spec().nodeName()))
                .toList();
    }

    /** Pods that somebody replaces, and that are well. */
    private static long controlledAndReady(Cluster fork) {
        return fork.lister(Pod.class).list().stream()
                .filter(pod -> pod.metadata()
                        .controllerOwner()
                        .filter(owner -> !owner.kind().equals("DaemonSet"))
                        .isPresent())
                .filter(pod -> PodHealth.isReady(pod) && !PodHealth.isTerminating(pod))
                .count();
    }

    private static String key(Pod pod) {
        return pod.metadata().namespaceOrEmpty() + "/" + pod.metadata().nameOrEmpty();
    }
}
