package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bounds of a LimitRange on a pod: on each container, and on the pod as a whole (without runtime overhead). */
final class PodBounds {
    private static final PodResourceOptions OF_CONTAINERS =
            PodResourceOptions.DECLARED.withExcludeOverhead(true).withSkipPodLevelResources(true);

    private PodBounds() {}

    static List<BoundCheck> check(Pod pod, LimitRange range) {
        var checks = new ArrayList<BoundCheck>();
        for (var item : range.spec().limits()) {
            if (item.type().equals(LimitType.CONTAINER)) {
                checkEach(pod.spec().containers(), item, checks);
                checkEach(pod.spec().initContainers(), item, checks);
            } else if (item.type().equals(LimitType.POD)) {
                var ofPod = Absent.or(pod.spec().resources(), ResourceRequirements.EMPTY);
                var requests = replaced(PodResources.requests(pod, OF_CONTAINERS), ofPod.requests());
                var limits = replaced(PodResources.limits(pod, OF_CONTAINERS), ofPod.limits());
                new Bounds(item, "pod", requests, limits, checks).checkAll();
            }
        }
        return checks;
    }

    /** What the pod states as a whole stands for its containers; unlike elsewhere, huge pages don't. */
    private static Map<String, Quantity> replaced(Map<String, Quantity> ofContainers, Map<String, Quantity> ofPod) {
        var all = new TreeMap<>(ofContainers);
        ofPod.forEach((name, amount) -> {
            if (name.equals(ResourceName.CPU) || name.equals(ResourceName.MEMORY)) {
                all.put(name, amount);
            }
        });
        return all;
    }

    private static void checkEach(List<Container> containers, LimitRange.Item item, List<BoundCheck> checks) {
        for (var container : containers) {
            var resources = container.resources();
            new Bounds(item, "container/" + container.name(), resources.requests(), resources.limits(), checks)
                    .checkAll();
        }
    }
}
