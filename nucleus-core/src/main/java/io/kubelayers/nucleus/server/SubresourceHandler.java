package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * A subresource that does something of its own, such as {@code pods/binding} or {@code pods/eviction}. The ordinary ones
 * ({@code status}, {@code scale}) need none.
 */
public interface SubresourceHandler {
    /** Kind of the parent. */
    Class<? extends KubernetesObject> parent();

    /** Name of the subresource. */
    String name();

    /** Whether a create keeps what otherwise only the server says of an object, such as the uid that was sent. */
    default boolean keepsSystemFields() {
        return false;
    }

    /**
     * Answers a request that has been authenticated and authorized and whose body has been decoded.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException to refuse
     */
    ApiResponse handle(ApiRequest request);
}
