package io.kubelayers.governance;

import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.governance.autoscaling.horizontal.Tolerances;
import java.util.regex.Pattern;

/**
 * What upstream changed between the recorded answers (1.28) and the version this project follows (1.35), as rules, since they
 * touch many cases. Everything else is compared to the letter.
 */
public final class SinceRecorded {
    private static final Pattern NEEDS =
            Pattern.compile("The disruption budget (.+) needs (\\d+) healthy pods and has (\\d+) currently");

    private SinceRecorded() {}

    /**
     * The edge of the tolerance. 1.28 asked {@code |1 - ratio| <= tolerance}, 1.33 and later
     * {@code 1 - down <= ratio <= 1 + up}. A ratio right on the edge, such as 1.1 at 10 percent, is outside by the rounding of
     * the first and inside by that of the second. These are the tolerances with which the second rounds as the first.
     */
    public static Tolerances tolerances(double tolerance) {
        double upperEdge = 1.0 + tolerance;
        double lowerEdge = 1.0 - tolerance;
        return new Tolerances(
                Math.abs(1.0 - lowerEdge) <= tolerance ? tolerance : 1.0 - Math.nextUp(lowerEdge),
                Math.abs(1.0 - upperEdge) <= tolerance ? tolerance : Math.nextDown(upperEdge) - 1.0);
    }

    /**
     * The readings shown by a look that failed. 1.28 left those of the last good look in the status, 1.29 and later show what
     * this look could read.
     */
    public static boolean showsOtherReadings(HpaDecision decision) {
        return decision.error() != null && decision.scaleTo() == null;
    }

    /**
     * The cause of a refused eviction. 1.28 always spoke of the healthy pods needed, later versions only if they are too few:
     * evictions since the budget's last sync can have used it up as well.
     */
    public static String evictionCause(String recorded) {
        var needs = NEEDS.matcher(recorded);
        if (needs.matches() && Integer.parseInt(needs.group(3)) > Integer.parseInt(needs.group(2))) {
            return "The disruption budget " + needs.group(1) + " does not allow evicting pods currently";
        }
        return recorded;
    }
}
