package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import java.util.ArrayList;
import java.util.List;

/** The bounds of a LimitRange on a pod: on each container, and on the pod as a whole (without runtime overhead). */
final class PodBounds {
    private static final PodResourceOptions WITHOUT_OVERHEAD = PodResourceOptions.DECLARED.withExcludeOverhead(true);

    private PodBounds() {}

    static List<BoundCheck> check(Pod pod, LimitRange range) {
        var checks = new ArrayList<BoundCheck>();
        for (var item : range.spec().limits()) {
            if (item.type().equals(LimitType.CONTAINER)) {
                checkEach(pod.spec().containers(), item, checks);
                checkEach(pod.spec().initContainers(), item, checks);
            } else if (item.type().equals(LimitType.POD)) {
                var requests = PodResources.requests(pod, WITHOUT_OVERHEAD);
                var limits = PodResources.limits(pod, WITHOUT_OVERHEAD);
                new Bounds(item, "pod", requests, limits, checks).checkAll();
            }
        }
        return checks;
    }

    private static void checkEach(List<Container> containers, LimitRange.Item item, List<BoundCheck> checks) {
        for (var container : containers) {
            var resources = container.resources();
            new Bounds(item, "container/" + container.name(), resources.requests(), resources.limits(), checks)
                    .checkAll();
        }
    }
}
