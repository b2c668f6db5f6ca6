package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.HpaHistory.Recommendation;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;

/**
 * How recent recommendations hold back a new one, so that a metric that flutters does not make the replicas flutter
 * (upstream {@code stabilizeRecommendation} and {@code stabilizeRecommendationWithBehaviors}).
 *
 * @param recommended what the metrics ask for now
 * @param stabilized what is left of it
 * @param lowest lowest recommendation of the scale-up window, this one included
 * @param highest highest recommendation of the scale-down window, this one included
 * @param upWindowSeconds length of the scale-up window
 * @param downWindowSeconds length of the scale-down window
 * @param reason reason of the AbleToScale condition
 * @param message text of the AbleToScale condition
 */
public record Stabilization(
        int recommended,
        int stabilized,
        int lowest,
        int highest,
        int upWindowSeconds,
        int downWindowSeconds,
        String reason,
        String message) {
    private static final String LOWER =
            "recent recommendations were lower than current one, applying the lowest recent recommendation";
    private static final String HIGHER =
            "recent recommendations were higher than current one, applying the highest recent recommendation";

    /** Without a behavior: the highest recommendation of the window counts. */
    static Stabilization plain(int desired, HpaHistory history, HpaOptions options, Instant now) {
        var cutoff = now.minus(options.downscaleStabilization());
        int highest = desired;
        for (var past : history.recommendations()) {
            if (!past.at().isBefore(cutoff)) {
                highest = Math.max(highest, past.replicas());
            }
        }
        int window = (int) options.downscaleStabilization().toSeconds();
        return of(desired, highest, desired, highest, 0, window, "ScaleDownStabilized", HIGHER);
    }

    /** With a behavior: the present count, moved only as far as both windows agree. */
    static Stabilization behaving(int current, int desired, HpaHistory history, ScalingBehavior behavior, Instant now) {
        int lowest = desired;
        int highest = desired;
        var upCutoff = now.minusSeconds(behavior.upWindowSeconds());
        var downCutoff = now.minusSeconds(behavior.downWindowSeconds());
        for (Recommendation past : history.recommendations()) {
            if (past.at().isAfter(upCutoff)) {
                lowest = Math.min(lowest, past.replicas());
            }
            if (past.at().isAfter(downCutoff)) {
                highest = Math.max(highest, past.replicas());
            }
        }
        int stabilized = Math.min(Math.max(current, lowest), highest);
        var up = desired >= current;
        return of(
                desired,
                stabilized,
                lowest,
                highest,
                behavior.upWindowSeconds(),
                behavior.downWindowSeconds(),
                up ? "ScaleUpStabilized" : "ScaleDownStabilized",
                up ? LOWER : HIGHER);
    }

    private static Stabilization of(
            int recommended,
            int stabilized,
            int lowest,
            int highest,
            int upWindowSeconds,
            int downWindowSeconds,
            String reason,
            String message) {
        return recommended == stabilized
                ? new Stabilization(
                        recommended,
                        stabilized,
                        lowest,
                        highest,
                        upWindowSeconds,
                        downWindowSeconds,
                        "ReadyForNewScale",
                        "recommended size matches current size")
                : new Stabilization(
                        recommended, stabilized, lowest, highest, upWindowSeconds, downWindowSeconds, reason, message);
    }

    /** Since when a recommendation still counts in some window. */
    Instant keepSince(Instant now) {
        return now.minusSeconds(Math.max(upWindowSeconds, downWindowSeconds));
    }

    Finding finding() {
        return Finding.note(reason, "", message)
                .input("recommended", recommended)
                .input("stabilized", stabilized)
                .input("lowest of " + upWindowSeconds + "s", lowest)
                .input("highest of " + downWindowSeconds + "s", highest);
    }
}
