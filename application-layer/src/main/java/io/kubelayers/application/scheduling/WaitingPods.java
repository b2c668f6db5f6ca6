package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods that have a node but wait for Permit plugins to allow them. Upstream: {@code waitingPodsMap} of
 * {@code framework/runtime/waiting_pods_map.go}. A plain structure of one thread; the time is passed in.
 */
public final class WaitingPods {
    private static final class Waiting {
        private final Attempt attempt;
        private final SortedMap<String, Instant> pending = new TreeMap<>();

        private Waiting(Attempt attempt) {
            this.attempt = attempt;
        }
    }

    /**
     * A pod that waits no more.
     *
     * @param attempt what it waited with
     * @param status success to bind it now, otherwise why it is given up
     */
    public record Released(Attempt attempt, Status status) {}

    private final SortedMap<String, Waiting> pods = new TreeMap<>();

    /** Lets a pod wait for the plugins that asked to. */
    public void add(Attempt attempt, Instant now) {
        var waiting = new Waiting(attempt);
        attempt.waits().forEach((plugin, timeout) -> waiting.pending.put(plugin, now.plus(timeout)));
        pods.put(attempt.placement().pod().key(), waiting);
    }

    /** {@code namespace/name} of the pods that wait. */
    public SortedSet<String> keys() {
        return new TreeSet<>(pods.keySet());
    }

    /** The plugins this pod still waits for. */
    public SortedSet<String> pendingPlugins(String key) {
        var waiting = pods.get(key);
        return waiting == null ? new TreeSet<>() : new TreeSet<>(waiting.pending.keySet());
    }

    /** The plugin lets the pod go. Present once no other plugin wants it to wait. */
    public Optional<Released> allow(String key, String plugin) {
        var waiting = pods.get(key);
        if (waiting == null || waiting.pending.remove(plugin) == null || !waiting.pending.isEmpty()) {
            return Optional.empty();
        }
        pods.remove(key);
        return Optional.of(new Released(waiting.attempt, Status.success()));
    }

    /** The plugin wants the pod no more. */
    public Optional<Released> reject(String key, String plugin, String message) {
        var waiting = pods.remove(key);
        return waiting == null
                ? Optional.empty()
                : Optional.of(new Released(
                        waiting.attempt, Status.unschedulable(message).by(plugin)));
    }

    /** The pods that have waited too long for some plugin. */
    public List<Released> expire(Instant now) {
        var expired = new ArrayList<Released>();
        for (Map.Entry<String, Waiting> entry : List.copyOf(pods.entrySet())) {
            for (var pending : entry.getValue().pending.entrySet()) {
                if (!pending.getValue().isAfter(now)) {
                    var message = "rejected due to timeout after waiting "
                            + text(entry.getValue().attempt.waits().get(pending.getKey())) + " at plugin "
                            + pending.getKey();
                    reject(entry.getKey(), pending.getKey(), message).ifPresent(expired::add);
                    break;
                }
            }
        }
        return expired;
    }

    /** As upstream prints it: {@code 1m30s}. */
    private static String text(@Nullable Duration duration) {
        if (duration == null || duration.isZero()) {
            return "0s";
        }
        long hours = duration.toHours();
        long minutes = duration.toMinutesPart();
        var seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros()
                .toPlainString();
        return (hours > 0 ? hours + "h" : "") + (hours > 0 || minutes > 0 ? minutes + "m" : "") + seconds + "s";
    }

    /** When the next one will have waited too long. */
    public Optional<Instant> nextDeadline() {
        return pods.values().stream()
                .flatMap(waiting -> waiting.pending.values().stream())
                .min(Instant::compareTo);
    }
}
