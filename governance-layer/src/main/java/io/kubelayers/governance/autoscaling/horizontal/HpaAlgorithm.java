package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.value.Absent;
import org.jspecify.annotations.Nullable;

/**
 * The horizontal pod autoscaler as a pure function: an autoscaler, its target and the metrics in, an explained decision
 * out (upstream {@code reconcileAutoscaler} in {@code pkg/controller/podautoscaler/horizontal.go}).
 *
 * <pre>
 * each metric ── ratio, tolerance ──► proposal ┐
 * each metric ── ratio, tolerance ──► proposal ┼─ highest ─► stabilization ─► speed limits, min, max ─► scale
 * each metric ── ratio, tolerance ──► proposal ┘             (past advice)     (past changes)
 * </pre>
 */
public final class HpaAlgorithm {
    private HpaAlgorithm() {}

    /** What one look at an autoscaler leads to. */
    public static HpaDecision decide(HpaRequest request) {
        return new HpaLook(request, null).decide();
    }

    /**
     * The same look after the target's scale could not be written.
     *
     * @param cause the error of the write
     */
    public static HpaDecision decideAfterFailedWrite(HpaRequest request, String cause) {
        return new HpaLook(request, cause).decide();
    }

    /**
     * The outcome when the target's scale could not be read.
     *
     * @param context what was tried, such as {@code failed to query scale subresource for Deployment/default/web}
     * @param cause the error
     */
    public static HpaDecision scaleUnreadable(HpaRequest request, String context, String cause) {
        return HpaLook.scaleUnreadable(request, context, cause);
    }

    /**
     * Whether a look needs the metrics at all. It does not while the target is switched off (0 replicas) or outside of min
     * and max.
     */
    public static boolean needsMetrics(HorizontalPodAutoscaler hpa, int currentReplicas) {
        return outOfBounds(hpa, currentReplicas) == null && !disabled(hpa, currentReplicas);
    }

    /** Whether somebody scaled the target to zero, which switches the autoscaler off unless it may do so itself. */
    static boolean disabled(HorizontalPodAutoscaler hpa, int currentReplicas) {
        return currentReplicas == 0 && minReplicas(hpa) != 0;
    }

    /** The bound to go back to, with upstream's reason; null if the count is within bounds. */
    static @Nullable Bound outOfBounds(HorizontalPodAutoscaler hpa, int currentReplicas) {
        if (disabled(hpa, currentReplicas)) {
            return null;
        }
        if (currentReplicas > hpa.spec().maxReplicas()) {
            return new Bound(hpa.spec().maxReplicas(), "Current number of replicas above Spec.MaxReplicas");
        }
        if (currentReplicas < minReplicas(hpa)) {
            return new Bound(minReplicas(hpa), "Current number of replicas below Spec.MinReplicas");
        }
        return null;
    }

    record Bound(int replicas, String reason) {}

    static int minReplicas(HorizontalPodAutoscaler hpa) {
        return Absent.or(hpa.spec().minReplicas(), 1);
    }
}
