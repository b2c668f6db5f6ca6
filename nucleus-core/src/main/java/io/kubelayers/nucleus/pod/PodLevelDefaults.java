package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.resources.PodLevel;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceNames;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a pod as a whole asks for, where it says so only in part ({@code defaultPodRequests} and {@code
 * defaultHugePagePodLimits} in {@code pkg/apis/core/v1/defaults.go}): the huge pages its containers may have, and, if it
 * has limits, what its containers ask for, else its limits.
 */
final class PodLevelDefaults {
    private PodLevelDefaults() {}

    static PodSpec of(PodSpec spec) {
        var resources = spec.resources();
        if (resources == null) {
            return spec;
        }
        var complete = requests(spec, limits(spec, resources));
        return complete.equals(resources) ? spec : spec.withResources(complete);
    }

    private static ResourceRequirements limits(PodSpec spec, ResourceRequirements resources) {
        if (resources.limits().isEmpty() && resources.requests().isEmpty()) {
            return resources;
        }
        var pod = PodBuilder.builder().spec(spec).build();
        var limits = new TreeMap<>(resources.limits());
        fill(limits, PodResources.containerLimits(pod, PodResourceOptions.DECLARED), ResourceNames::isHugePages);
        return resources.withLimits(limits);
    }

    private static ResourceRequirements requests(PodSpec spec, ResourceRequirements resources) {
        if (resources.limits().isEmpty()) {
            return resources;
        }
        var pod = PodBuilder.builder().spec(spec).build();
        var requests = new TreeMap<>(resources.requests());
        fill(
                requests,
                PodResources.containerRequests(pod, PodResourceOptions.DECLARED),
                ResourceNames::allowsOvercommit);
        fill(requests, resources.limits(), name -> true);
        return resources.withRequests(requests);
    }

    private static void fill(Map<String, Quantity> list, Map<String, Quantity> from, Predicate<String> which) {
        from.forEach((name, amount) -> {
            if (PodLevel.isSupported(name) && which.test(name)) {
                list.putIfAbsent(name, amount);
            }
        });
    }
}
