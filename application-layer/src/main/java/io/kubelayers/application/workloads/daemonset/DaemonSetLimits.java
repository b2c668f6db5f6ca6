package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.IntOrString;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes a rolling update of a DaemonSet may leave without an available pod, or give two. Percentages are of the
 * nodes that should run the pod, rounded up; if both come to 0, one node may be without.
 *
 * @param surge nodes that may run old and new pod at once
 * @param unavailable nodes that may be without an available pod
 * @param finding how they came about
 */
record DaemonSetLimits(int surge, int unavailable, Finding finding) {
    static DaemonSetLimits of(DaemonSet set, int desired) {
        var rolling = set.spec().updateStrategy().rollingUpdate();
        int unavailable = scaled(rolling == null ? null : rolling.maxUnavailable(), 1, desired);
        int surge = scaled(rolling == null ? null : rolling.maxSurge(), 0, desired);
        if (surge == 0 && unavailable == 0) {
            unavailable = 1;
        }
        var finding = Finding.note(
                        "DaemonSet",
                        "rolling update",
                        "at most " + unavailable + " nodes without and " + surge + " with two pods")
                .input("nodes", desired);
        return new DaemonSetLimits(surge, unavailable, finding);
    }

    private static int scaled(@Nullable IntOrString value, int otherwise, int desired) {
        return value == null ? otherwise : (int) value.scaled(desired, true);
    }

    /** Whether the update strategy lets a node run two pods. */
    static boolean allowsSurge(DaemonSet set) {
        var strategy = set.spec().updateStrategy();
        var rolling = strategy.rollingUpdate();
        return !DaemonSet.UpdateStrategyType.ON_DELETE.equals(strategy.type())
                && rolling != null
                && rolling.maxSurge() != null
                && rolling.maxSurge().scaled(1, true) > 0;
    }
}
