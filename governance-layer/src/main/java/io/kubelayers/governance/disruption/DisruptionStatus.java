package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a budget allows right now, and why.
 *
 * @param budget the budget, as it was
 * @param status the status to write if it differs
 * @param healthy names of the healthy pods
 * @param unhealthy names of the pods that do not count, and why
 * @param unmanaged names of the pods without a controller, which a percentage or maxUnavailable does not count
 * @param events events to report, in order
 * @param error why the numbers could not be told, in which case nothing is allowed; null if they could
 * @param recheckAt when a granted eviction that was never seen will be given up; null if there is none
 */
public record DisruptionStatus(
        PodDisruptionBudget budget,
        PodDisruptionBudget.Status status,
        List<String> healthy,
        List<Unhealthy> unhealthy,
        List<String> unmanaged,
        List<DisruptionEvent> events,
        @Nullable String error,
        @Nullable Instant recheckAt)
        implements Explained {
    public DisruptionStatus {
        healthy = Absent.list(healthy);
        unhealthy = Absent.list(unhealthy);
        unmanaged = Absent.list(unmanaged);
        events = Absent.list(events);
    }

    /**
     * A pod that does not count as healthy.
     *
     * @param pod its name
     * @param why not ready, terminating, or about to be evicted
     */
    public record Unhealthy(String pod, String why) {}

    /** Whether there is a new status to write. */
    public boolean changed() {
        return !status.equals(budget.status());
    }

    /** The budget with its new status. */
    public PodDisruptionBudget updated() {
        return budget.withStatus(status);
    }

    @Override
    public String explain() {
        if (error != null) {
            return error;
        }
        return "needs " + status.desiredHealthy() + " healthy pods of " + status.expectedPods() + ", has "
                + status.currentHealthy() + ": allows " + status.disruptionsAllowed() + " disruptions";
    }

    @Override
    public Finding finding() {
        var subject = "poddisruptionbudget/" + budget.metadata().name();
        var root = status.disruptionsAllowed() > 0
                ? Finding.pass("DisruptionAllowed", subject, explain())
                : Finding.fail("DisruptionAllowed", subject, explain());
        for (var pod : healthy) {
            root = root.because(Finding.pass("HealthyPod", "pod/" + pod, "ready"));
        }
        for (var pod : unhealthy) {
            root = root.because(Finding.fail("HealthyPod", "pod/" + pod.pod(), pod.why()));
        }
        for (var pod : unmanaged) {
            root = root.because(Finding.note("UnmanagedPods", "pod/" + pod, "has no controller to count it"));
        }
        return root;
    }
}
