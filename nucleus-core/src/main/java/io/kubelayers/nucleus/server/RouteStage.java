package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.function.Supplier;

/**
 * Which resource is it? Unknown ones are 404, verbs that a resource does not have are 405. Whoever asks for a custom kind in a
 * deprecated version is warned, whatever the verb and the answer (apiextensions {@code customresource_handler.go}).
 */
final class RouteStage implements Stage {
    private final Supplier<CustomKinds> kinds;

    RouteStage(Supplier<CustomKinds> kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public void handle(RequestContext context) {
        var request = context.request();
        var known = kinds.get();
        var type = known.types().byResource(request.resource()).orElseThrow(ApiErrors::noSuchResource);
        context.type(type);
        var version = known.of(type);
        if (version != null && !version.deprecationWarning().isEmpty()) {
            context.warn(version.deprecationWarning());
        }
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
