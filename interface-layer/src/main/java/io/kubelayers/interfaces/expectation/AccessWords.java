package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns the words of a question about access into the question, and stumbles over words nobody knows: nobody can do that
 * anyway, so a refusal would prove nothing.
 *
 * @param types the kinds of the cluster
 */
public record AccessWords(TypeRegistry types) {
    /** Verbs of no resource in particular (those that authorization checks use beside the API's own). */
    private static final List<String> SPECIAL_VERBS =
            List.of("*", "approve", "attest", "bind", "escalate", "impersonate", "proxy", "sign", "use");

    private static final List<String> API_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    /** The words of a cluster with these kinds. */
    public static AccessWords in(TypeRegistry types) {
        return new AccessWords(types);
    }

    /**
     * The question.
     *
     * @param resource as kubectl takes it: {@code pods}, {@code po}, {@code deployments.apps}, {@code pods/log}; or a path
     *     such as {@code /healthz}
     * @param name "" for any object
     * @param namespace "" for all at once
     * @throws IllegalArgumentException for a verb, resource or subresource that the cluster does not know
     */
    public AccessRequest question(UserInfo user, String verb, String resource, String name, String namespace) {
        if (resource.startsWith("/")) {
            return AccessRequest.toPath(user, verb, resource);
        }
        int slash = resource.indexOf('/');
        var type = type(slash < 0 ? resource : resource.substring(0, slash));
        var subresource = slash < 0 ? "" : resource.substring(slash + 1);
        checkSubresource(type, subresource);
        checkVerb(verb);
        return AccessRequest.to(user, verb, type.group(), type.plural())
                .withApiVersion(type.version())
                .withSubresource(subresource)
                .withName(name)
                .withNamespace(type.namespaced() ? namespace : "");
    }

    private ResourceType type(String resource) {
        return types.resolve(resource).orElseThrow(() -> {
            var known = new TreeSet<String>();
            for (var type : types.resources()) {
                known.add(type.plural());
                known.add(type.groupResource());
            }
            return unknown("resource", resource, NearestName.hint(resource, known));
        });
    }

    private static void checkSubresource(ResourceType type, String subresource) {
        if (!subresource.isEmpty() && type.subresource(subresource).isEmpty()) {
            var known = type.subresources().stream().map(SubresourceType::name).toList();
            throw unknown("subresource", type.plural() + "/" + subresource, NearestName.hint(subresource, known));
        }
    }

    private static void checkVerb(String verb) {
        if (!API_VERBS.contains(verb) && !SPECIAL_VERBS.contains(verb)) {
            var known = new TreeSet<>(API_VERBS);
            known.addAll(SPECIAL_VERBS);
            throw unknown("verb", verb, NearestName.hint(verb, known));
        }
    }

    private static IllegalArgumentException unknown(String what, String word, String hint) {
        return new IllegalArgumentException("no " + what + " \"" + word + "\" in this cluster; " + hint);
    }
}
