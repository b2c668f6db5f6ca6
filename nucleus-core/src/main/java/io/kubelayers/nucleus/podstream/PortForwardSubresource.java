package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.PodPorts;
import java.util.List;

/** {@code pods/NAME/portforward}: the answer is a {@link PodPorts}, by which any of its ports can be connected to. */
public final class PortForwardSubresource implements SubresourceHandler {
    private final PodPlace place;

    public PortForwardSubresource(PodPlace place) {
        this.place = place;
    }

    @Override
    public Class<Pod> parent() {
        return Pod.class;
    }

    @Override
    public String name() {
        return "portforward";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var pod = place.pod(request.namespace(), request.name());
        var streams = place.runtime(pod);
        var containers = pod.status().containerStatuses();
        if (containers.stream().allMatch(status -> status.state().running() == null)) {
            throw AgentRefusedException.internal("pod not found (\""
                    + pod.metadata().nameOrEmpty() + "_" + pod.metadata().namespaceOrEmpty() + "\")");
        }
        return new ApiResponse.Connected(new PodPorts(pod, streams), List.of());
    }
}
