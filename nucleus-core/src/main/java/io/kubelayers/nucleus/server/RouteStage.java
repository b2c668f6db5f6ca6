package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.function.Supplier;

/** Which resource is it? Unknown ones are 404, verbs that a resource does not have are 405. */
final class RouteStage implements Stage {
    private final Supplier<TypeRegistry> types;

    RouteStage(Supplier<TypeRegistry> types) {
        this.types = types;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public void handle(RequestContext context) {
        var request = context.request();
        var type = types.get().byResource(request.resource()).orElseThrow(ApiErrors::noSuchResource);
        context.type(type);
        var verb = request.verb().word();
        if (request.subresource().isEmpty()) {
            if (!type.verbs().contains(verb)) {
                throw ApiErrors.methodNotSupported(Keys.resource(context), verb);
            }
            return;
        }
        var subresource = type.subresource(request.subresource())
                .orElseThrow(() -> type.dynamic() ? Keys.notFound(context) : ApiErrors.noSuchResource());
        if (!subresource.verbs().contains(verb)) {
            throw ApiErrors.methodNotSupported(Keys.resource(context), verb);
        }
    }
}
