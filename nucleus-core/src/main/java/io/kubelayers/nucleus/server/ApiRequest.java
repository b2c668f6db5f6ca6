package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * One request to the API, independent of how it arrived.
 *
 * @param credentials who sends it
 * @param verb what is asked
 * @param resource group, version and plural it is addressed to
 * @param subresource such as {@code status} or {@code scale}; "" for the object itself
 * @param namespace namespace of the path; "" for cluster scope or all namespaces
 * @param name name of the path; "" for collections and creates
 * @param body what is sent along
 * @param options query options
 */
@RecordBuilder
public record ApiRequest(
        Credentials credentials,
        Verb verb,
        GroupVersionResource resource,
        String subresource,
        String namespace,
        String name,
        Body body,
        RequestOptions options)
        implements ApiRequestBuilder.With {}
