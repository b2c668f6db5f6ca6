package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.server.VirtualResource;

/** {@code POST bindings}: what {@code pods/NAME/binding} does, of the pod that the binding is named after. */
public record BindingResource(BindingSubresource binding) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return Binding.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (request.verb() != Verb.CREATE
                || !(request.body() instanceof Body.Typed typed)
                || !(typed.object() instanceof Binding sent)) {
            throw ApiErrors.badRequest("not a Binding object");
        }
        return binding.handle(request.withName(sent.metadata().nameOrEmpty()));
    }
}
