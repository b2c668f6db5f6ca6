package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective requests and limits of a pod: those of its containers as its {@link Phase phases} need them, replaced by
 * those of the pod as a whole where set, plus overhead.
 *
 * <p>Upstream: {@code PodRequests} and {@code PodLimits} in {@code component-helpers/resource/helpers.go}, v1.35.
 */
public final class PodResources {
    private PodResources() {}

    /** What the specification of a pod requests. */
    public static Map<String, Quantity> requests(Pod pod) {
        return requests(pod, PodResourceOptions.DECLARED);
    }

    /** What a pod requests, by name; resources that nobody mentions are absent. */
    public static Map<String, Quantity> requests(Pod pod, PodResourceOptions options) {
        Map<String, Quantity> requests =
                options.skipContainerLevelResources() ? Map.of() : containerRequests(pod, options);
        if (!options.skipPodLevelResources() && PodLevel.hasRequests(pod)) {
            requests = replace(requests, PodLevel.requirements(pod).requests(), podLevelRequestsInForce(pod, options));
        }
        return options.excludeOverhead()
                ? requests
                : ResourceList.add(requests, pod.spec().overhead());
    }

    /** What the specification of a pod limits it to. */
    public static Map<String, Quantity> limits(Pod pod) {
        return limits(pod, PodResourceOptions.DECLARED);
    }

    /**
     * What a pod is limited to. A container without a limit of its own is not bounded, yet adds nothing here. Overhead
     * raises only limits that there are, and never a limit of zero.
     */
    public static Map<String, Quantity> limits(Pod pod, PodResourceOptions options) {
        Map<String, Quantity> limits = containerLimits(pod, options);
        if (!options.skipPodLevelResources() && PodLevel.isSet(pod)) {
            limits = replace(limits, PodLevel.requirements(pod).limits(), podLevelLimitsInForce(pod, options));
        }
        if (options.excludeOverhead() || pod.spec().overhead().isEmpty()) {
            return limits;
        }
        Map<String, Quantity> raised = new TreeMap<>(limits);
        raised.replaceAll((name, limit) ->
                limit.isZero() ? limit : limit.add(pod.spec().overhead().getOrDefault(name, Quantity.ZERO)));
        return Absent.map(raised);
    }

    /** What the containers request together. Upstream: AggregateContainerRequests. */
    public static Map<String, Quantity> containerRequests(Pod pod, PodResourceOptions options) {
        return Phase.greatest(Phase.of(pod, requestsOf(pod, options)));
    }

    /** What the containers are limited to together. Upstream: AggregateContainerLimits. */
    public static Map<String, Quantity> containerLimits(Pod pod, PodResourceOptions options) {
        return Phase.greatest(Phase.of(pod, limitsOf(pod, options)));
    }

    static Phase.Needs requestsOf(Pod pod, PodResourceOptions options) {
        boolean infeasible = options.useStatusResources() && PodResize.isInfeasible(pod);
        return (container, stays) -> {
            Map<String, Quantity> requests = container.resources().requests();
            ContainerStatus status = stays ? statusOf(pod, container, options) : null;
            if (status != null && status.resources() != null) {
                Map<String, Quantity> held =
                        ResourceList.max(status.resources().requests(), status.allocatedResources());
                requests = infeasible ? held : ResourceList.max(requests, held);
            }
            return assume(requests, options.nonMissingContainerRequests());
        };
    }

    static Phase.Needs limitsOf(Pod pod, PodResourceOptions options) {
        boolean infeasible = options.useStatusResources() && PodResize.isInfeasible(pod);
        return (container, stays) -> {
            Map<String, Quantity> limits = container.resources().limits();
            ContainerStatus status = stays ? statusOf(pod, container, options) : null;
            if (status == null || status.resources() == null) {
                return limits;
            }
            Map<String, Quantity> held = status.resources().limits();
            return infeasible ? held : ResourceList.max(limits, held);
        };
    }

    private static @Nullable ContainerStatus statusOf(Pod pod, Container container, PodResourceOptions options) {
        if (!options.useStatusResources()) {
            return null;
        }
        ContainerStatus status = named(container.name(), pod.status().initContainerStatuses());
        return status == null ? named(container.name(), pod.status().containerStatuses()) : status;
    }

    private static @Nullable ContainerStatus named(String name, List<ContainerStatus> statuses) {
        for (ContainerStatus status : statuses) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        return null;
    }

    private static Map<String, Quantity> assume(Map<String, Quantity> requests, Map<String, Quantity> assumed) {
        if (requests.keySet().containsAll(assumed.keySet())) {
            return requests;
        }
        Map<String, Quantity> filled = new TreeMap<>(assumed);
        filled.putAll(requests);
        return filled;
    }

    /** Puts pod-level amounts in place of those of the containers; those in force, if known, go before the declared. */
    private static Map<String, Quantity> replace(
            Map<String, Quantity> list, Map<String, Quantity> declared, Map<String, Quantity> inForce) {
        Map<String, Quantity> result = new TreeMap<>(list);
        declared.forEach((name, amount) -> {
            if (PodLevel.isSupported(name)) {
                result.put(name, inForce.isEmpty() ? amount : inForce.getOrDefault(name, Quantity.ZERO));
            }
        });
        return Absent.map(result);
    }

    private static Map<String, Quantity> podLevelRequestsInForce(Pod pod, PodResourceOptions options) {
        ResourceRequirements actual = podLevelStatus(pod, options);
        if (actual == null) {
            return Map.of();
        }
        Map<String, Quantity> held =
                ResourceList.max(actual.requests(), pod.status().allocatedResources());
        return PodResize.isInfeasible(pod)
                ? held
                : ResourceList.max(PodLevel.requirements(pod).requests(), held);
    }

    private static Map<String, Quantity> podLevelLimitsInForce(Pod pod, PodResourceOptions options) {
        ResourceRequirements actual = podLevelStatus(pod, options);
        if (actual == null) {
            return Map.of();
        }
        return PodResize.isInfeasible(pod)
                ? actual.limits()
                : ResourceList.max(PodLevel.requirements(pod).limits(), actual.limits());
    }

    private static @Nullable ResourceRequirements podLevelStatus(Pod pod, PodResourceOptions options) {
        return options.useStatusResources() && options.inPlacePodLevelResources()
                ? pod.status().resources()
                : null;
    }
}
