package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.DisruptionStatus.Unhealthy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.LabelSelectorText;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The status of a disruption budget as a pure function of its pods and their controllers (upstream {@code trySync} in
 * {@code pkg/controller/disruption/disruption.go}).
 *
 * <pre>
 * disruptionsAllowed = max(currentHealthy - desiredHealthy, 0)      0 while no pods are expected
 * </pre>
 */
public final class DisruptionMath {
    /** How long a granted eviction is waited for before it is taken for abandoned. */
    public static final Duration DELETION_TIMEOUT = Duration.ofMinutes(2);

    private DisruptionMath() {}

    /**
     * What a budget allows.
     *
     * @param pods pods of the namespace, in the lister's order; the budget's selector picks its own
     * @param scales how many pods each controller is meant to run
     */
    public static DisruptionStatus status(PodDisruptionBudget budget, List<Pod> pods, ScaleLookup scales, Instant now) {
        return new Sync(budget, now).run(pods, scales);
    }

    /** One computation: collects events on the way. */
    private static final class Sync {
        private final PodDisruptionBudget budget;
        private final Instant now;
        private final List<DisruptionEvent> events = new ArrayList<>();
        private final List<String> healthy = new ArrayList<>();
        private final List<Unhealthy> unhealthy = new ArrayList<>();
        private List<String> unmanaged = List.of();
        private @Nullable Instant recheckAt;

        Sync(PodDisruptionBudget budget, Instant now) {
            this.budget = budget;
            this.now = now;
        }

        DisruptionStatus run(List<Pod> candidates, ScaleLookup scales) {
            List<Pod> pods;
            try {
                pods = covered(candidates);
            } catch (InvalidSelectorException e) {
                warn("NoPods", "Failed to get pods: " + e.getMessage());
                return failed(String.valueOf(e.getMessage()));
            }
            if (pods.isEmpty()) {
                events.add(DisruptionEvent.normal(budget, "NoPods", "No matching pods found"));
            }
            var expected = ExpectedPods.of(budget.spec(), pods, scales);
            if (expected.error() != null) {
                warn(
                        "CalculateExpectedPodCountFailed",
                        "Failed to calculate the number of expected pods: " + expected.error());
                return failed(expected.error());
            }
            unmanaged = expected.unmanaged();
            if (!unmanaged.isEmpty()) {
                warn(
                        "UnmanagedPods",
                        "Pods selected by this PodDisruptionBudget (selector: "
                                + LabelSelectorText.of(budget.spec().selector())
                                + ") were found to be unmanaged. As a result, the status of the PDB cannot be calculated"
                                + " correctly, which may result in undefined behavior. To account for these pods please"
                                + " set \".spec.minAvailable\" field of the PDB to an integer value.");
            }
            var disrupted = disruptedPods(pods);
            countHealthy(pods, disrupted);
            return counted(expected, disrupted);
        }

        private List<Pod> covered(List<Pod> candidates) {
            var selector = Selector.of(budget.spec().selector());
            var covered = new ArrayList<Pod>();
            for (var pod : candidates) {
                if (Objects.equals(budget.metadata().namespace(), pod.metadata().namespace())
                        && selector.matches(pod.metadata().labels())) {
                    covered.add(pod);
                }
            }
            return covered;
        }

        /** The granted evictions that are still waited for. */
        private Map<String, Instant> disruptedPods(List<Pod> pods) {
            var waiting = new TreeMap<String, Instant>();
            for (var pod : pods) {
                var granted = budget.status().disruptedPods().get(pod.metadata().nameOrEmpty());
                if (granted == null || PodHealth.isTerminating(pod)) {
                    continue;
                }
                var deadline = granted.plus(DELETION_TIMEOUT);
                if (deadline.isBefore(now)) {
                    // upstream prints the namespace where the budget's name belongs
                    events.add(DisruptionEvent.warning(
                            pod,
                            "NotDeleted",
                            "Pod was expected by PDB " + budget.metadata().namespace() + "/"
                                    + budget.metadata().namespace() + " to be deleted but it wasn't"));
                    continue;
                }
                waiting.put(pod.metadata().nameOrEmpty(), granted);
                if (recheckAt == null || deadline.isBefore(recheckAt)) {
                    recheckAt = deadline;
                }
            }
            return waiting;
        }

        private void countHealthy(List<Pod> pods, Map<String, Instant> disrupted) {
            for (var pod : pods) {
                var name = pod.metadata().nameOrEmpty();
                var granted = disrupted.get(name);
                if (PodHealth.isTerminating(pod)) {
                    unhealthy.add(new Unhealthy(name, "terminating"));
                } else if (granted != null && granted.plus(DELETION_TIMEOUT).isAfter(now)) {
                    unhealthy.add(new Unhealthy(name, "its eviction was granted"));
                } else if (PodHealth.isReady(pod)) {
                    healthy.add(name);
                } else {
                    unhealthy.add(new Unhealthy(name, "not ready"));
                }
            }
        }

        private DisruptionStatus counted(ExpectedPods expected, Map<String, Instant> disrupted) {
            int spare = healthy.size() - expected.desiredHealthy();
            int allowed = expected.expected() <= 0 ? 0 : Math.max(spare, 0);
            var old = budget.status();
            var counted = new PodDisruptionBudget.Status(
                    budget.metadata().generation(),
                    disrupted,
                    allowed,
                    healthy.size(),
                    expected.desiredHealthy(),
                    expected.expected(),
                    old.conditions());
            var upToDate = counted.equals(old) && BudgetConditions.agrees(old);
            return result(upToDate ? old : BudgetConditions.counted(counted, now), null);
        }

        /** Nothing is allowed while nothing is known; the last numbers stay. */
        private DisruptionStatus failed(String error) {
            var closed = budget.status().withDisruptionsAllowed(0);
            return result(BudgetConditions.syncFailed(closed, error, now), error);
        }

        private DisruptionStatus result(PodDisruptionBudget.Status status, @Nullable String error) {
            return new DisruptionStatus(budget, status, healthy, unhealthy, unmanaged, events, error, recheckAt);
        }

        private void warn(String reason, String message) {
            events.add(DisruptionEvent.warning(budget, reason, message));
        }
    }
}
