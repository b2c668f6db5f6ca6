package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionType;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to resize a pod in place, from its condition PodResizePending. Upstream:
 * {@code IsPodResizeInfeasible} and its sibling in {@code component-helpers/resource/helpers.go}.
 */
public final class PodResize {
    private PodResize() {}

    /** Whether the node can never grant it: the specification does not count then. */
    public static boolean isInfeasible(Pod pod) {
        return Pod.ResizeStatus.INFEASIBLE.equals(pendingReason(pod));
    }

    /** Whether the node may grant it later. */
    public static boolean isDeferred(Pod pod) {
        return Pod.ResizeStatus.DEFERRED.equals(pendingReason(pod));
    }

    private static @Nullable String pendingReason(Pod pod) {
        for (PodCondition condition : pod.status().conditions()) {
            if (condition.type().equals(PodConditionType.POD_RESIZE_PENDING)) {
                return condition.reason();
            }
        }
        return null;
    }
}
