package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;

/** A resource that is computed instead of stored: access reviews, metrics. */
public interface VirtualResource {
    Class<? extends KubernetesObject> kind();

    /**
     * Answers a request that has been authenticated and authorized and whose body has been decoded.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException to refuse
     */
    ApiResponse handle(ApiRequest request);
}
