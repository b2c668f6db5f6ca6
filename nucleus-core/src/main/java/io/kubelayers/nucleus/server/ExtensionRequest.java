package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.Map;

/**
 * A request to an {@link ExtensionApi}: its path taken apart, and its parameters.
 *
 * @param user who asks
 * @param verb verb as policies name it: {@code get}, {@code list} …
 * @param version version of the group
 * @param namespace namespace; "" for none
 * @param resource resource; "" if the path ends before it
 * @param name name of an object; "" for none, {@code *} where the group uses it for all
 * @param subresource part behind the name; "" for none
 * @param parameters first value of each query parameter
 */
public record ExtensionRequest(
        UserInfo user,
        String verb,
        String version,
        String namespace,
        String resource,
        String name,
        String subresource,
        Map<String, String> parameters) {
    public ExtensionRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A query parameter; "" if it is not given. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
