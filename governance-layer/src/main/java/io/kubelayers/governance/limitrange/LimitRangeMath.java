package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/**
 * What the limit ranges of a namespace do to pods and claims: fill in resources, then refuse what is out of bounds.
 *
 * <p>Pure functions over plain records. Limit ranges are taken as the API server stores them, with
 * {@link LimitRangeDefaults} applied. Source: plugin/pkg/admission/limitranger.
 */
public final class LimitRangeMath {
    private LimitRangeMath() {}

    /** The pod with default requests and limits in the containers that have none, each range in order. */
    public static PodDefaults applyDefaults(Pod pod, List<LimitRange> ranges) {
        var result = new PodDefaults(pod, List.of());
        for (var range : ranges) {
            result = result.and(range);
        }
        return result;
    }

    /** Is the pod within all bounds? The first range that it breaks is the answer. */
    public static LimitDecision check(Pod pod, List<LimitRange> ranges) {
        var name = pod.metadata().nameOrEmpty();
        for (var range : ranges) {
            var checks = PodBounds.check(pod, range);
            if (checks.stream().anyMatch(check -> !check.met())) {
                return new LimitDecision("pods", name, range.metadata().nameOrEmpty(), checks);
            }
        }
        return LimitDecision.withinBounds("pods", name);
    }

    /** Is the storage that a claim requests within all bounds? The first range that it breaks is the answer. */
    public static LimitDecision check(PersistentVolumeClaim claim, List<LimitRange> ranges) {
        var name = claim.metadata().nameOrEmpty();
        for (var range : ranges) {
            var checks = ClaimBounds.check(claim, range);
            if (checks.stream().anyMatch(check -> !check.met())) {
                return new LimitDecision(
                        "persistentvolumeclaims", name, range.metadata().nameOrEmpty(), checks);
            }
        }
        return LimitDecision.withinBounds("persistentvolumeclaims", name);
    }
}
