package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.PodExecOptions;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import java.util.List;

/**
 * {@code pods/NAME/exec} (registry/core/pod/rest {@code subresources.go}, kubelet {@code server.go}): the answer is a {@link
 * io.kubelayers.nucleus.streaming.ContainerProcess}. What the API server itself refuses is an ApiException, what the agent
 * refuses an {@link AgentRefusedException}.
 */
public final class ExecSubresource extends PodSubresource {
    public ExecSubresource(PodPlace place) {
        super(place, "exec");
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var options = PodPlace.options(request, PodExecOptions.class);
        var pod = place.pod(request.namespace(), request.name());
        var container = PodPlace.container(pod, options.container() == null ? "" : options.container());
        var streams = place.runtime(pod);
        requireStreams(options.stdin(), options.stdout(), options.stderr(), options.tty());
        if (!PodPlace.isRunning(pod, container.name())) {
            throw AgentRefusedException.internal("container not found (\"" + container.name() + "\")");
        }
        return new ApiResponse.Connected(streams.exec(pod, container, options.command(), options.tty()), List.of());
    }

    /** With a terminal there is no standard error of its own (cri/streaming/remotecommand {@code httpstream.go}). */
    static void requireStreams(boolean stdin, boolean stdout, boolean stderr, boolean tty) {
        if (!stdin && !stdout && (tty || !stderr)) {
            throw AgentRefusedException.badRequest("you must specify at least 1 of stdin, stdout, stderr");
        }
    }
}
