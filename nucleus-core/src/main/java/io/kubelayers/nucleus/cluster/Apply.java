package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;

/** Create, or replace what is there. */
final class Apply {
    private Apply() {}

    @SuppressWarnings("unchecked")
    static <T extends KubernetesObject> T createOrReplace(Client client, T given) {
        var resources = client.on(given);
        var object = resources.type().namespaced()
                        && given.metadata().namespaceOrEmpty().isEmpty()
                ? (T) given.withMetadata(given.metadata().withNamespace("default"))
                : given;
        try {
            return resources.create(object);
        } catch (ApiException e) {
            if (!e.isAlreadyExists()) {
                throw e;
            }
            var there = resources.get(
                    object.metadata().namespaceOrEmpty(), object.metadata().nameOrEmpty());
            var metadata = ObjectMetaBuilder.builder(object.metadata())
                    .resourceVersion(there.metadata().resourceVersion())
                    .build();
            return resources.update((T) object.withMetadata(metadata));
        }
    }
}
