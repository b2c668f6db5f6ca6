package io.kubelayers.interfaces.http;

import io.kubelayers.application.discovery.Endpoints;
import io.kubelayers.nucleus.core.ComponentStatus;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Map;

/**
 * The kinds that are still served and no longer recommended: whoever asks for one is warned, whatever the answer
 * (apiserver {@code endpoints/deprecation}, {@code zz_generated.prerelease-lifecycle.go} of the kinds).
 */
final class DeprecatedKinds {
    private static final String WARNING = "Warning";

    private static final Map<Class<?>, String> SINCE = Map.of(
            ComponentStatus.class, "v1 ComponentStatus is deprecated in v1.19+",
            Endpoints.class, "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");

    private DeprecatedKinds() {}

    static boolean has(ResourceType type) {
        var kind = type.record();
        return kind != null && SINCE.containsKey(kind);
    }

    /** The answer with the warning before all others. */
    static HttpResponse warned(HttpResponse answer, ResourceType type) {
        var text = SINCE.getOrDefault(type.record(), "");
        var headers = answer.headers().without(WARNING).with(WARNING, Warnings.header(text));
        for (var other : answer.headers().all(WARNING)) {
            headers = headers.with(WARNING, other);
        }
        return answer.withHeaders(headers);
    }
}
