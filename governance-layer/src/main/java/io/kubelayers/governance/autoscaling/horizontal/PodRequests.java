package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.resources.PodResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pods request of a resource, the base of utilization percentages (upstream {@code calculateRequests}): of one
 * container when one is named, else of the pod as a whole when it states that, else of all its containers that keep
 * running.
 */
final class PodRequests {
    private PodRequests() {}

    /**
     * Requests in thousandths by pod name.
     *
     * @param container the container that counts; "" for all
     * @throws MetricFailure if a pod lacks the request or the container
     */
    static Map<String, Long> of(List<Pod> pods, String container, String resource) throws MetricFailure {
        var requests = new LinkedHashMap<String, Long>();
        for (var pod : pods) {
            var ofPod = container.isEmpty() ? podLevel(pod, resource) : null;
            requests.put(pod.metadata().nameOrEmpty(), ofPod == null ? ofContainers(pod, container, resource) : ofPod);
        }
        return requests;
    }

    /** The request of the pod as a whole; null if the pod states none for any resource. */
    private static @Nullable Long podLevel(Pod pod, String resource) throws MetricFailure {
        var resources = pod.spec().resources();
        if (resources == null || resources.requests().isEmpty()) {
            return null;
        }
        var request = PodResources.requests(pod).get(resource);
        if (request == null) {
            throw new MetricFailure("missing pod-level request for " + resource + " in Pod "
                    + pod.metadata().nameOrEmpty());
        }
        return request.milliValue();
    }

    private static long ofContainers(Pod pod, String container, String resource) throws MetricFailure {
        long sum = 0;
        for (var candidate : lasting(pod)) {
            if (!container.isEmpty() && !container.equals(candidate.name())) {
                continue;
            }
            var request = candidate.resources().requests().get(resource);
            if (request == null) {
                throw new MetricFailure("missing request for " + resource + " in container " + candidate.name()
                        + " of Pod " + pod.metadata().nameOrEmpty());
            }
            sum += request.milliValue();
            if (!container.isEmpty()) {
                return sum;
            }
        }
        if (!container.isEmpty()) {
            throw new MetricFailure("container " + container + " not found in Pod "
                    + pod.metadata().nameOrEmpty());
        }
        return sum;
    }

    /** The containers that run as long as the pod: the main ones and the sidecars. */
    private static List<Container> lasting(Pod pod) {
        var lasting = new ArrayList<>(pod.spec().containers());
        for (var init : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(init.restartPolicy())) {
                lasting.add(init);
            }
        }
        return lasting;
    }
}
