package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * May this user do this? The attributes of a request that authorizers look at.
 *
 * @param user who asks
 * @param verb lower-case API verb (get, list, watch, create, update, patch, delete, deletecollection, or a special one),
 *     or the lower-case HTTP method for a path
 * @param resourceRequest false for paths such as {@code /healthz}
 * @param apiGroup group of the resource; "" is the core group
 * @param apiVersion version of the resource
 * @param resource lower-case plural
 * @param subresource such as {@code status}; "" for none
 * @param name name of the object; "" when the request is not about one object
 * @param namespace namespace of the object; "" for the cluster scope or all namespaces
 * @param path the path of a request that is not about a resource; "" otherwise
 * @param fields the field selector of a list, watch or deletecollection: an authorizer may allow what is limited by it,
 *     as the Node authorizer does with {@code spec.nodeName}
 */
@RecordBuilder
public record AccessRequest(
        UserInfo user,
        String verb,
        boolean resourceRequest,
        String apiGroup,
        String apiVersion,
        String resource,
        String subresource,
        String name,
        String namespace,
        String path,
        List<FieldSelector.Requirement> fields)
        implements AccessRequestBuilder.With {
    public AccessRequest {
        fields = Absent.list(fields);
    }

    /** A question that no field selector limits. */
    public AccessRequest(
            UserInfo user,
            String verb,
            boolean resourceRequest,
            String apiGroup,
            String apiVersion,
            String resource,
            String subresource,
            String name,
            String namespace,
            String path) {
        this(
                user,
                verb,
                resourceRequest,
                apiGroup,
                apiVersion,
                resource,
                subresource,
                name,
                namespace,
                path,
                List.of());
    }

    /** A question about a resource: {@code AccessRequest.to(user, "delete", "apps", "deployments").withNamespace("shop")}. */
    public static AccessRequest to(UserInfo user, String verb, String apiGroup, String resource) {
        return new AccessRequest(user, verb, true, apiGroup, "v1", resource, "", "", "", "");
    }

    /** A question about a path outside the resources. */
    public static AccessRequest toPath(UserInfo user, String verb, String path) {
        return new AccessRequest(user, verb, false, "", "", "", "", "", "", path);
    }
}
