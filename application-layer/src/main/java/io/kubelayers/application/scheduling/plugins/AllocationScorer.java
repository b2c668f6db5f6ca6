package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.ScalarResource;
import io.kubelayers.nucleus.core.ResourceName;
import java.util.List;

/**
 * What the resource scores are computed from: for each resource, what the node has and what would be requested of it
 * with the pod. Upstream: {@code plugins/noderesources/resource_allocation.go}.
 */
final class AllocationScorer {
    private final List<ResourceWeight> resources;
    private final boolean asRequested;

    /** @param asRequested true to count what pods say, false to count a minimum for containers that say nothing */
    AllocationScorer(List<ResourceWeight> resources, boolean asRequested) {
        this.resources = resources;
        this.asRequested = asRequested;
    }

    /** What the pod requests of each resource. */
    long[] requestsOf(PodInfo pod) {
        var requests = new long[resources.size()];
        for (int i = 0; i < requests.length; i++) {
            var resource = resources.get(i).resource();
            requests[i] = asRequested ? pod.requests().get(resource) : pod.scoredRequest(resource);
        }
        return requests;
    }

    /** The node's share of each resource; 0 where the resource does not count, see {@link #requested}. */
    long[] allocatable(NodeInfo node, long[] podRequests) {
        var allocatable = new long[podRequests.length];
        for (int i = 0; i < allocatable.length; i++) {
            var resource = resources.get(i).resource();
            // an extended resource that the pod does not want says nothing about the node
            boolean counts = podRequests[i] != 0 || !ScalarResource.is(resource);
            allocatable[i] = counts ? node.allocatable().get(resource) : 0;
        }
        return allocatable;
    }

    /** What is requested of each resource with the pod. */
    long[] requested(NodeInfo node, long[] podRequests) {
        var requested = new long[podRequests.length];
        for (int i = 0; i < requested.length; i++) {
            requested[i] = podRequests[i] + requested(node, resources.get(i).resource());
        }
        return requested;
    }

    private long requested(NodeInfo node, String resource) {
        if (!asRequested && resource.equals(ResourceName.CPU)) {
            return node.nonZeroMilliCpu();
        }
        if (!asRequested && resource.equals(ResourceName.MEMORY)) {
            return node.nonZeroMemory();
        }
        return node.requested().get(resource);
    }
}
