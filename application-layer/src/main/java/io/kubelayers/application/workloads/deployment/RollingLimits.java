package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * How many pods a rolling update may have too many or too few, in pods.
 *
 * <p>A percentage of {@code maxSurge} is rounded up, one of {@code maxUnavailable} down; if both come to 0, one pod may
 * be unavailable, or nothing could ever move. Upstream source: {@code ResolveFenceposts} in {@code
 * pkg/controller/deployment/util/deployment_util.go}.
 *
 * @param surge pods that may exist beyond the wanted number
 * @param unavailable pods that may be missing from the wanted number
 * @param finding how the two came about
 */
public record RollingLimits(int surge, int unavailable, Finding finding) implements Explained {
    private static final IntOrString QUARTER = IntOrString.of("25%");

    /**
     * Resolves the two settings for a number of pods; null counts as 0.
     *
     * @throws IllegalArgumentException if one is neither a number nor a percentage, or too large, as upstream words it
     */
    public static RollingLimits resolve(
            @Nullable IntOrString maxSurge, @Nullable IntOrString maxUnavailable, int desired) {
        long exactSurge = scaled(maxSurge, desired, true);
        long exactUnavailable = scaled(maxUnavailable, desired, false);
        int surge = within("surge", exactSurge);
        int unavailable = within("unavailable", exactUnavailable);
        boolean stuck = surge == 0 && unavailable == 0;
        if (stuck) {
            unavailable = 1;
        }
        var finding = Finding.note("RollingLimits", "", "at most " + surge + " more and " + unavailable + " fewer pods")
                .because(Finding.note(
                        "RollingLimits",
                        "maxSurge",
                        arithmetic("maxSurge", maxSurge, desired, surge) + ", so at most " + (desired + surge)
                                + " pods may exist"))
                .because(Finding.note(
                        "RollingLimits",
                        "maxUnavailable",
                        (stuck
                                        ? "maxSurge and maxUnavailable both come to 0, so maxUnavailable counts as 1"
                                        : arithmetic("maxUnavailable", maxUnavailable, desired, unavailable))
                                + ", so at least " + Math.max(0, desired - unavailable)
                                + " pods must stay available"));
        return new RollingLimits(surge, unavailable, finding);
    }

    /**
     * The limits of a deployment; both are 0 under the Recreate strategy and where a setting can't be read, which
     * validation keeps out. Settings that are not given are 25%.
     */
    public static RollingLimits of(Deployment deployment) {
        int desired = replicas(deployment);
        if (!isRollingUpdate(deployment)) {
            return none("the strategy is not RollingUpdate");
        }
        try {
            var limits = resolve(maxSurge(deployment), maxUnavailable(deployment), desired);
            int unavailable = desired == 0 ? 0 : Math.min(limits.unavailable, desired);
            return new RollingLimits(limits.surge, unavailable, limits.finding);
        } catch (IllegalArgumentException invalid) {
            return none(String.valueOf(invalid.getMessage()));
        }
    }

    /** The pods that must stay available of the wanted number; 0 under the Recreate strategy. */
    public static int minAvailable(Deployment deployment) {
        return isRollingUpdate(deployment) ? replicas(deployment) - of(deployment).unavailable : 0;
    }

    /** Whether pods are replaced step by step; so too if no strategy is named. */
    public static boolean isRollingUpdate(Deployment deployment) {
        var type = deployment.spec().strategy().type();
        return type == null || type.equals(Deployment.StrategyType.ROLLING_UPDATE);
    }

    /** The pods a deployment asks for: 1 if not said. */
    public static int replicas(Deployment deployment) {
        var replicas = deployment.spec().replicas();
        return replicas == null ? 1 : replicas;
    }

    static IntOrString maxSurge(Deployment deployment) {
        var settings = deployment.spec().strategy().rollingUpdate();
        return settings == null || settings.maxSurge() == null ? QUARTER : settings.maxSurge();
    }

    static IntOrString maxUnavailable(Deployment deployment) {
        var settings = deployment.spec().strategy().rollingUpdate();
        return settings == null || settings.maxUnavailable() == null ? QUARTER : settings.maxUnavailable();
    }

    private static RollingLimits none(String why) {
        return new RollingLimits(0, 0, Finding.note("RollingLimits", "", why + ": no surge, no unavailability"));
    }

    private static int within(String name, long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(name + " value " + value + " is out of int32 bounds");
        }
        return (int) value;
    }

    private static long scaled(@Nullable IntOrString value, int desired, boolean roundUp) {
        return value == null ? 0 : value.scaled(desired, roundUp);
    }

    private static String arithmetic(String name, @Nullable IntOrString value, int desired, int result) {
        return value == null || value.isInt()
                ? name + " is " + result
                : name + " " + value + " of " + desired + " = " + result;
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
