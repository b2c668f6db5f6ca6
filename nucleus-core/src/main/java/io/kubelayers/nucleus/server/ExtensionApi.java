package io.kubelayers.nucleus.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API group whose resources no registry knows beforehand, answered as plain JSON trees: what an aggregated API server is
 * to a real cluster. Custom metrics are such a group, since each metric is a resource.
 *
 * <p>Requests have been authenticated and authorized, by group, resource and verb, before they arrive here.
 */
public interface ExtensionApi {
    /** Its group, such as {@code custom.metrics.k8s.io}. */
    String group();

    /** The versions served, preferred one first. */
    List<String> versions();

    /** The resources there are now, as discovery lists them; a group without resources is not listed at all. */
    List<Resource> resources(String version);

    /**
     * Answers a request.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException to refuse
     */
    Map<String, @Nullable Object> handle(ExtensionRequest request);

    /**
     * A resource as discovery shows it.
     *
     * @param name resource, {@code pods/http_requests} for a subresource
     * @param namespaced whether it lives in namespaces
     * @param kind kind of its answers
     * @param verbs what can be done with it
     */
    record Resource(String name, boolean namespaced, String kind, List<String> verbs) {
        public Resource {
            verbs = List.copyOf(verbs);
        }
    }
}
