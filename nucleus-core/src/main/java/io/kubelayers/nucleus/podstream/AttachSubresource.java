package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.PodAttachOptions;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import java.util.List;

/**
 * {@code pods/NAME/attach}: the answer is a {@link io.kubelayers.nucleus.streaming.ContainerProcess} that shows the
 * container's main process. Whether it has a terminal says the container, not who attaches.
 */
public final class AttachSubresource extends PodSubresource {
    public AttachSubresource(PodPlace place) {
        super(place, "attach");
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var options = PodPlace.options(request, PodAttachOptions.class);
        var pod = place.pod(request.namespace(), request.name());
        var container = PodPlace.container(pod, options.container() == null ? "" : options.container());
        var streams = place.runtime(pod);
        ExecSubresource.requireStreams(options.stdin(), options.stdout(), options.stderr(), options.tty());
        if (!PodPlace.isRunning(pod, container.name())) {
            throw AgentRefusedException.internal("container " + container.name() + " not found in pod "
                    + pod.metadata().nameOrEmpty() + "_" + pod.metadata().namespaceOrEmpty());
        }
        return new ApiResponse.Connected(streams.attach(pod, container, container.tty()), List.of());
    }
}
