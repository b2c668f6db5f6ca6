package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.codec.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The pods that have a node but wait for Permit plugins to allow them. Immutable; the time is passed in. Upstream:
 * {@code waitingPodsMap} of {@code framework/runtime/waiting_pods_map.go}.
 */
public final class WaitingPods {
    private static final WaitingPods NONE = new WaitingPods(TreePMap.empty());

    /**
     * A pod that waits.
     *
     * @param attempt what it waits with
     * @param deadlines until when each plugin wants it to wait
     * @param since when it began to wait
     */
    public record Waiting(Attempt attempt, PSortedMap<String, Instant> deadlines, Instant since) {
        /** The pod without waiting for this plugin any more. */
        Waiting allowedBy(String plugin) {
            return new Waiting(attempt, deadlines.minus(plugin), since);
        }

        /** Whether no plugin wants it to wait any more. */
        public boolean isFree() {
            return deadlines.isEmpty();
        }

        /** Why it is given up, if it has waited too long. */
        public Optional<Status> timeout(Instant now) {
            for (var deadline : deadlines.entrySet()) {
                if (!deadline.getValue().isAfter(now)) {
                    var waited = attempt.waits().getOrDefault(deadline.getKey(), Duration.ZERO);
                    return Optional.of(Status.unschedulable("rejected due to timeout after waiting "
                                    + GoDuration.text(waited) + " at plugin " + deadline.getKey())
                            .by(deadline.getKey()));
                }
            }
            return Optional.empty();
        }
    }

    private final PSortedMap<String, Waiting> pods;

    private WaitingPods(PSortedMap<String, Waiting> pods) {
        this.pods = pods;
    }

    public static WaitingPods none() {
        return NONE;
    }

    /** With a pod that waits for the plugins that asked to. */
    public WaitingPods plus(Attempt attempt, Instant now) {
        PSortedMap<String, Instant> deadlines = TreePMap.empty();
        for (var wait : attempt.waits().entrySet()) {
            deadlines = deadlines.plus(wait.getKey(), now.plus(wait.getValue()));
        }
        return new WaitingPods(pods.plus(attempt.placement().pod().key(), new Waiting(attempt, deadlines, now)));
    }

    /** With a pod that goes on waiting. */
    WaitingPods plus(Waiting waiting) {
        return new WaitingPods(pods.plus(waiting.attempt().placement().pod().key(), waiting));
    }

    /** Without this pod ({@code namespace/name}): it is bound, given up or gone. */
    public WaitingPods minus(String key) {
        return pods.containsKey(key) ? new WaitingPods(pods.minus(key)) : this;
    }

    /** With this plugin letting the pod go. */
    public WaitingPods allow(String key, String plugin) {
        var waiting = pods.get(key);
        return waiting == null ? this : new WaitingPods(pods.plus(key, waiting.allowedBy(plugin)));
    }

    /** The pod of this name, if it waits. */
    public Optional<Waiting> get(String key) {
        return Optional.ofNullable(pods.get(key));
    }

    /** All of them, by name. */
    public Collection<Waiting> all() {
        return pods.values();
    }

    /** Those that may be bound, by name. */
    public List<Waiting> free() {
        var free = new ArrayList<Waiting>();
        for (var waiting : pods.values()) {
            if (waiting.isFree()) {
                free.add(waiting);
            }
        }
        return free;
    }

    /** When the next one will have waited too long. */
    public Optional<Instant> nextDeadline() {
        return pods.values().stream()
                .flatMap(waiting -> waiting.deadlines().values().stream())
                .min(Comparator.naturalOrder());
    }
}
