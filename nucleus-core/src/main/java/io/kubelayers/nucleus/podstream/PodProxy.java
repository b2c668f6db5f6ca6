package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import java.util.List;

/** {@code pods/NAME/proxy} (registry/core/pod {@code strategy.go}, ResourceLocation): the answer is a {@link ProxyTarget}. */
public final class PodProxy extends PodSubresource {
    private static final int STANDARD_PORT = 80;

    public PodProxy(PodPlace place) {
        super(place, "proxy");
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var name = ProxyName.parse(request.name())
                .orElseThrow(() -> ApiErrors.badRequest("invalid pod request \"" + request.name() + "\""));
        var pod = place.pod(request.namespace(), name.name());
        int port = port(pod, name.port());
        if (pod.status().podIP() == null) {
            throw ApiErrors.badRequest("address not allowed");
        }
        return new ApiResponse.Connected(place.target(pod, port), List.of());
    }

    private static int port(Pod pod, String asked) {
        if (!asked.isEmpty()) {
            if (!asked.matches("[0-9]{1,5}")) {
                throw ApiErrors.serviceUnavailable(
                        "error trying to reach service: dial tcp: lookup tcp/" + asked + ": unknown port");
            }
            return Integer.parseInt(asked);
        }
        for (var container : pod.spec().containers()) {
            if (!container.ports().isEmpty()) {
                return container.ports().get(0).containerPort();
            }
        }
        return STANDARD_PORT;
    }
}
