package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.meta.KubernetesObject;
import org.jspecify.annotations.Nullable;

/** Words a request as a question to admission plugins. */
final class Admissions {
    private Admissions() {}

    static AdmissionRequest question(RequestContext context) {
        var request = context.request();
        var object = context.object();
        var current = context.current();
        return new AdmissionRequest(
                operation(context),
                context.type(),
                request.subresource(),
                request.namespace(),
                name(request, object),
                object,
                current == null ? null : current.object(),
                context.user(),
                request.options().dryRun());
    }

    private static String name(ApiRequest request, @Nullable KubernetesObject object) {
        return request.name().isEmpty() && object != null ? object.metadata().nameOrEmpty() : request.name();
    }

    private static Operation operation(RequestContext context) {
        return switch (context.verb()) {
            case DELETE, DELETECOLLECTION -> Operation.DELETE;
            case CREATE -> Operation.CREATE;
            default -> context.current() == null ? Operation.CREATE : Operation.UPDATE;
        };
    }
}
