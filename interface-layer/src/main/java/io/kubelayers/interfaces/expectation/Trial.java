package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;

/** Writes objects to see what becomes of it: creates what is new, replaces what is there. */
final class Trial {
    private Trial() {}

    /**
     * Writes an object.
     *
     * @throws ApiException if it is refused
     */
    static KubernetesObject write(Client client, KubernetesObject object) {
        var resources = client.on(client.types().typeOf(object));
        try {
            return resources.create(object);
        } catch (ApiException refusal) {
            if (!refusal.isAlreadyExists()) {
                throw refusal;
            }
        }
        var metadata = object.metadata();
        var there = resources.get(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
        return resources.update(object.withMetadata(
                metadata.withResourceVersion(there.metadata().resourceVersion())));
    }

    /** {@code Deployment shop/web}. */
    static String name(Client client, KubernetesObject object) {
        var metadata = object.metadata();
        return client.types().typeOf(object).kind() + " "
                + (metadata.namespaceOrEmpty().isEmpty() ? "" : metadata.namespaceOrEmpty() + "/")
                + metadata.nameOrEmpty();
    }
}
