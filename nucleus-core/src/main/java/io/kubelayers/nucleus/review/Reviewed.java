package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;

/** What all reviews have in common: a body that is created and comes back answered. */
final class Reviewed {
    private static final int CREATED = 201;

    private Reviewed() {}

    static <T extends KubernetesObject> T body(ApiRequest request, Class<T> kind) {
        if (request.verb() != Verb.CREATE) {
            var resource = new ApiErrors.Resource(
                    request.resource().group(), request.resource().resource());
            throw ApiErrors.methodNotSupported(resource, request.verb().word());
        }
        if (request.body() instanceof Body.Typed typed && kind.isInstance(typed.object())) {
            return kind.cast(typed.object());
        }
        throw ApiErrors.badRequest("not a " + kind.getSimpleName() + ": " + request.body());
    }

    static ApiResponse answer(KubernetesObject object) {
        return new ApiResponse.One(CREATED, object, List.of());
    }

    /** Who asks: the server passes on whom it has authenticated. */
    static UserInfo asker(ApiRequest request) {
        var user = request.credentials().asserted();
        if (user == null) {
            throw ApiErrors.badRequest("no user present on request");
        }
        return user;
    }

    /** Refuses a malformed question; upstream has forgotten the kind by then, and names the group alone. */
    static void require(List<FieldError> errors, ApiRequest request) {
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid(request.resource().group(), "", "", errors);
        }
    }
}
