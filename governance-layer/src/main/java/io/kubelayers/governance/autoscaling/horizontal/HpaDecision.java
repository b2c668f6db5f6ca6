package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one look at an autoscaler: what to write, what to report, what to remember, and why.
 *
 * @param currentReplicas replicas the target wanted before
 * @param scaleTo replicas to write to the target's scale; null leaves it alone
 * @param reason why the scale is written, as the event says it; "" if it is not
 * @param proposals what each metric asked for, in the order of the spec; empty if no metric was looked at
 * @param stabilization how recent recommendations held the count back; null if no metric was looked at
 * @param limit how bounds and speed limits cut it; null if no metric was looked at
 * @param status status to write if it differs from the present one
 * @param events events to report, in order
 * @param error what failed; null if all went well. A scale may be written nevertheless, when the other metrics suffice
 * @param history what to remember
 */
public record HpaDecision(
        int currentReplicas,
        @Nullable Integer scaleTo,
        String reason,
        List<MetricProposal> proposals,
        @Nullable Stabilization stabilization,
        @Nullable ScalingLimit limit,
        HorizontalPodAutoscaler.Status status,
        List<HpaEvent> events,
        @Nullable String error,
        HpaHistory history)
        implements Explained {
    public HpaDecision {
        proposals = Absent.list(proposals);
        events = Absent.list(events);
    }

    /** Replicas the target wants after this decision. */
    public int replicas() {
        return scaleTo == null ? currentReplicas : scaleTo;
    }

    /** The text of the rescale event, of the error, or else of the condition that tells why nothing moved. */
    @Override
    public String explain() {
        if (scaleTo != null) {
            return "New size: " + scaleTo + "; reason: " + reason;
        }
        if (error != null) {
            return error;
        }
        var quiet = limit != null && limit.limits() ? limit.message() : condition(quietCondition());
        return quiet;
    }

    private String quietCondition() {
        return stabilization == null
                ? HorizontalPodAutoscaler.ConditionType.SCALING_ACTIVE
                : HorizontalPodAutoscaler.ConditionType.ABLE_TO_SCALE;
    }

    private String condition(String type) {
        for (var condition : status.conditions()) {
            if (condition.type().equals(type)) {
                return Absent.text(condition.message());
            }
        }
        return "";
    }

    @Override
    public Finding finding() {
        var subject = "replicas " + currentReplicas + (scaleTo == null ? "" : " -> " + scaleTo);
        var root = error == null || scaleTo != null
                ? Finding.pass("HorizontalPodAutoscaler", subject, explain())
                : Finding.fail("HorizontalPodAutoscaler", subject, explain());
        for (var proposal : proposals) {
            root = root.because(proposal.finding());
        }
        if (stabilization != null) {
            root = root.because(stabilization.finding());
        }
        return limit == null ? root : root.because(limit.finding());
    }
}
