package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.PodPorts;
import java.util.List;

/** {@code pods/NAME/portforward}: the answer is a {@link PodPorts}, by which any of its ports can be connected to. */
public final class PortForwardSubresource extends PodSubresource {
    public PortForwardSubresource(PodPlace place) {
        super(place, "portforward");
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
