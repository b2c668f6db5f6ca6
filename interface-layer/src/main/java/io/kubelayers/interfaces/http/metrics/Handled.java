package io.kubelayers.interfaces.http.metrics;

/**
 * What a request was about, as metrics are labelled.
 *
 * @param verb such as {@code LIST}, {@code APPLY} or {@code CONNECT}
 * @param group API group
 * @param version API version
 * @param resource resource, "" for other paths
 * @param subresource subresource, or the path of what is no resource
 * @param scope resource, namespace or cluster; "" for other paths
 * @param dryRun {@code All} or ""
 */
public record Handled(
        String verb, String group, String version, String resource, String subresource, String scope, String dryRun) {}
