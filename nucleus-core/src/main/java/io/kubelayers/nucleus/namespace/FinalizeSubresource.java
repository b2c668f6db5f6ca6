package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.StoredObjects;
import io.kubelayers.nucleus.server.SubresourceHandler;
import java.util.List;

/** {@code PUT namespaces/NAME/finalize}: sets the finalizers of the spec; a deleted namespace without any is gone. */
public final class FinalizeSubresource implements SubresourceHandler {
    private final StoredObjects objects;

    public FinalizeSubresource(StoredObjects objects) {
        this.objects = objects;
    }

    @Override
    public Class<Namespace> parent() {
        return Namespace.class;
    }

    @Override
    public String name() {
        return "finalize";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!(request.body() instanceof Body.Typed typed) || !(typed.object() instanceof Namespace sent)) {
            throw ApiErrors.badRequest("not a Namespace object");
        }
        var updated = objects.update(
                Namespace.class,
                "",
                request.name(),
                namespace -> namespace.withSpec(
                        namespace.spec().withFinalizers(sent.spec().finalizers())));
        if (updated.metadata().isBeingDeleted()
                && updated.spec().finalizers().isEmpty()
                && updated.metadata().finalizers().isEmpty()) {
            objects.removeIfUnchanged(updated);
        }
        return new ApiResponse.One(200, updated, List.of());
    }
}
