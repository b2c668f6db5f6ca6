package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class of service of a pod, which says who suffers first when a node runs short: the values are those of
 * {@link Pod.QOSClass}.
 *
 * <ul>
 *   <li>Guaranteed: every container limits CPU and memory, and requests as much as its limits.
 *   <li>BestEffort: no container requests or limits either.
 *   <li>Burstable: anything between.
 * </ul>
 *
 * <p>If the pod as a whole declares resources, these alone decide. Upstream: {@code pkg/apis/core/v1/helper/qos/qos.go}.
 */
public final class QosClass {
    private static final List<String> DECISIVE = List.of(ResourceName.CPU, ResourceName.MEMORY);

    private QosClass() {}

    /** The class in the status of a pod, which never changes once set; computed if there is none. */
    public static String of(Pod pod) {
        String known = pod.status().qosClass();
        return known == null ? compute(pod) : known;
    }

    /** The class that follows from the specification of a pod, as the API server sets it at creation. */
    public static String compute(Pod pod) {
        if (pod.spec().resources() != null) {
            return of(pod.spec().resources());
        }
        String common =
                common(common(null, pod.spec().initContainers()), pod.spec().containers());
        return common == null ? Pod.QOSClass.BEST_EFFORT : common;
    }

    /** The class that all containers are of; Burstable if they differ. */
    private static @Nullable String common(@Nullable String known, List<Container> containers) {
        String common = known;
        for (Container container : containers) {
            String own = of(container.resources());
            common = common == null || common.equals(own) ? own : Pod.QOSClass.BURSTABLE;
        }
        return common;
    }

    private static String of(ResourceRequirements resources) {
        int guaranteed = 0;
        for (String name : DECISIVE) {
            Quantity request = ResourceList.get(resources.requests(), name);
            Quantity limit = ResourceList.get(resources.limits(), name);
            if (!request.equals(limit)) {
                return Pod.QOSClass.BURSTABLE;
            }
            guaranteed += limit.isZero() ? 0 : 1;
        }
        if (guaranteed == 0) {
            return Pod.QOSClass.BEST_EFFORT;
        }
        return guaranteed == DECISIVE.size() ? Pod.QOSClass.GUARANTEED : Pod.QOSClass.BURSTABLE;
    }
}
