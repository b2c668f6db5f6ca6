package io.kubelayers.governance.autoscaling.horizontal;

/**
 * The dead band around a metric's target in which nothing is scaled.
 *
 * @param scaleDown share below the target that is tolerated
 * @param scaleUp share above the target that is tolerated
 */
public record Tolerances(double scaleDown, double scaleUp) {
    public Tolerances {
        if (!(scaleDown >= 0 && scaleUp >= 0)) {
            throw new IllegalArgumentException("tolerances must not be negative, got " + scaleDown + " and " + scaleUp);
        }
    }

    /** The same share both ways; 0.1 is ten percent. */
    public static Tolerances of(double share) {
        return new Tolerances(share, share);
    }

    /**
     * The tolerances of one autoscaler: those of its behavior, elsewhere the cluster's (upstream
     * {@code tolerancesForHpa}).
     */
    public static Tolerances of(HorizontalPodAutoscaler hpa, HpaOptions options) {
        double down = options.tolerances().scaleDown();
        double up = options.tolerances().scaleUp();
        var behavior = hpa.spec().behavior();
        if (behavior != null) {
            if (behavior.scaleDown() != null && behavior.scaleDown().tolerance() != null) {
                down = behavior.scaleDown().tolerance().toDouble();
            }
            if (behavior.scaleUp() != null && behavior.scaleUp().tolerance() != null) {
                up = behavior.scaleUp().tolerance().toDouble();
            }
        }
        return new Tolerances(down, up);
    }

    /** Whether a usage ratio (measured / wanted) is close enough to 1 to leave the replicas alone. */
    public boolean covers(double usageRatio) {
        return 1.0 - scaleDown <= usageRatio && usageRatio <= 1.0 + scaleUp;
    }

    @Override
    public String toString() {
        return scaleDown == scaleUp ? percent(scaleUp) : "-" + percent(scaleDown) + "/+" + percent(scaleUp);
    }

    private static String percent(double share) {
        var percent = Math.round(share * 1000) / 10.0;
        return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
    }
}
