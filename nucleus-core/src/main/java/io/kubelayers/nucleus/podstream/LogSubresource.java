package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.PodLogOptions;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.LogStream;
import java.util.List;

/**
 * {@code GET pods/NAME/log} (registry/core/pod/rest {@code log.go}): the answer is a {@link LogStream}; of a pod that no node
 * has yet it is empty.
 */
public final class LogSubresource extends PodSubresource {
    private final Runtime runtime;

    public LogSubresource(PodPlace place, Runtime runtime) {
        super(place, "log");
        this.runtime = runtime;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var options = PodPlace.options(request, PodLogOptions.class);
        var errors = LogOptionChecks.check(options);
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("", "PodLogOptions", request.name(), errors);
        }
        var pod = place.pod(request.namespace(), request.name());
        var container = PodPlace.container(pod, options.container() == null ? "" : options.container());
        if (pod.spec().nodeName() == null) {
            return new ApiResponse.Connected(LogStream.nothing(), List.of());
        }
        try {
            var streams = place.runtime(pod);
            var choice = LogChoice.of(pod, container.name(), options.previous());
            if (!choice.found()) {
                throw ApiErrors.badRequest(choice.problem()).because(choice);
            }
            var log = streams.log(pod, container, choice.run());
            return new ApiResponse.Connected(LogView.of(log, options, runtime.now()), List.of());
        } catch (AgentRefusedException refused) {
            throw error(refused);
        }
    }

    /** What the API server makes of a kubelet's answer (registry/generic/rest {@code response_checker.go}). */
    private static ApiException error(AgentRefusedException refused) {
        return refused.code() == 400 ? ApiErrors.badRequest(refused.text()) : ApiErrors.internal(refused.text());
    }
}
