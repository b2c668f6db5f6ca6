package io.kubelayers.nucleus.client;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;

/**
 * Access to a cluster's API as one user.
 *
 * <p>Every method throws {@link io.kubelayers.nucleus.errors.ApiException} when the API refuses.
 */
public interface Client {
    /** The user on whose behalf requests are sent. */
    UserInfo user();

    /** The kinds this cluster serves, custom ones included, as of now. */
    TypeRegistry types();

    /** Sends any request; its credentials are replaced by this client's. */
    ApiResponse send(ApiRequest request);

    /** The same cluster as somebody else. */
    Client as(UserInfo user);

    /** The objects of one kind. */
    default <T extends KubernetesObject> Resources<T> on(Class<T> kind) {
        return new Resources<>(this, types().typeOf(kind));
    }

    /** The objects of one kind, such as a custom one, that is known only at run time. */
    default Resources<KubernetesObject> on(ResourceType type) {
        return new Resources<>(this, type);
    }

    /** The objects of the kind that an object belongs to. */
    @SuppressWarnings("unchecked")
    default <T extends KubernetesObject> Resources<T> on(T object) {
        return new Resources<>(this, types().typeOf(object));
    }

    default <T extends KubernetesObject> T create(T object) {
        return on(object).create(object);
    }

    default <T extends KubernetesObject> T update(T object) {
        return on(object).update(object);
    }

    /** Applies the fields that are set, as that manager. */
    default <T extends KubernetesObject> T apply(T object, String manager) {
        return on(object).apply(object, manager);
    }

    /** Writes only the status. */
    default <T extends KubernetesObject> T updateStatus(T object) {
        return on(object).updateStatus(object);
    }

    default void delete(KubernetesObject object) {
        on(object)
                .delete(object.metadata().namespaceOrEmpty(), object.metadata().nameOrEmpty());
    }
}
