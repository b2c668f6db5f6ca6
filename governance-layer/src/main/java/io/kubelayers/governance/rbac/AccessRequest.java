package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.value.Absent;

/**
 * One question to the authorizer: may this user do this verb on this target?
 *
 * <pre>{@code
 * AccessRequest.by(Requester.user("alice", "devs")).to("get").on("apps", "deployments").named("web").in("team");
 * AccessRequest.by(Requester.user("alice")).to("get").path("/healthz");
 * }</pre>
 *
 * @param requester who asks
 * @param verb request verb in lower case, such as get, list, deletecollection, or a custom one such as bind
 * @param target what the verb is applied to
 */
public record AccessRequest(Requester requester, String verb, Target target) {
    /** What a verb is applied to. */
    public sealed interface Target {
        /** Namespace of the request; empty for cluster-wide requests and all paths. */
        String namespace();
    }

    /**
     * Objects of a resource.
     *
     * @param apiGroup API group, empty for the core group
     * @param resource plural name
     * @param subresource such as status or scale; empty for the object itself
     * @param name name of one object; empty where the request has none (list, create …)
     * @param namespace namespace; empty for cluster-scoped resources and requests over all namespaces
     */
    public record Resource(String apiGroup, String resource, String subresource, String name, String namespace)
            implements Target {
        public Resource {
            apiGroup = Absent.text(apiGroup);
            resource = Absent.text(resource);
            subresource = Absent.text(subresource);
            name = Absent.text(name);
            namespace = Absent.text(namespace);
        }

        /** The resource as rules write it: {@code pods} or {@code pods/log}. */
        public String combined() {
            return subresource.isEmpty() ? resource : resource + "/" + subresource;
        }
    }

    /**
     * A URL path that is no resource, such as {@code /healthz}.
     *
     * @param path path with its leading slash
     */
    public record Path(String path) implements Target {
        @Override
        public String namespace() {
            return "";
        }
    }

    public static Who by(Requester requester) {
        return new Who(requester);
    }

    /**
     * The first part of a request in words.
     *
     * @param requester who asks
     */
    public record Who(Requester requester) {
        public Verb to(String verb) {
            return new Verb(requester, verb);
        }
    }

    /**
     * The first two parts of a request in words.
     *
     * @param requester who asks
     * @param verb request verb
     */
    public record Verb(Requester requester, String verb) {
        /** A resource of the group, with its subresource after a slash if there is one: {@code pods/log}. */
        public AccessRequest on(String apiGroup, String resource) {
            int slash = resource.indexOf('/');
            var target = slash < 0
                    ? new Resource(apiGroup, resource, "", "", "")
                    : new Resource(apiGroup, resource.substring(0, slash), resource.substring(slash + 1), "", "");
            return new AccessRequest(requester, verb, target);
        }

        /** A resource of the core group. */
        public AccessRequest on(String resource) {
            return on("", resource);
        }

        public AccessRequest path(String path) {
            return new AccessRequest(requester, verb, new Path(path));
        }
    }

    /**
     * The same request for one object.
     *
     * @throws IllegalStateException if the target is a path
     */
    public AccessRequest named(String name) {
        var it = resource();
        return withTarget(new Resource(it.apiGroup(), it.resource(), it.subresource(), name, it.namespace()));
    }

    /**
     * The same request in a namespace.
     *
     * @throws IllegalStateException if the target is a path
     */
    public AccessRequest in(String namespace) {
        var it = resource();
        return withTarget(new Resource(it.apiGroup(), it.resource(), it.subresource(), it.name(), namespace));
    }

    /** The same request by somebody else. */
    public AccessRequest withRequester(Requester requester) {
        return new AccessRequest(requester, verb, target);
    }

    private AccessRequest withTarget(Target target) {
        return new AccessRequest(requester, verb, target);
    }

    private Resource resource() {
        if (target instanceof Resource resource) {
            return resource;
        }
        throw new IllegalStateException("a path has neither name nor namespace: " + target);
    }

    public String namespace() {
        return target.namespace();
    }

    /** What is asked, as the server words a refusal: {@code User "bob" cannot get resource "pods" …}. */
    public String refusal() {
        var subject = "User " + GoText.quote(requester.name()) + " cannot " + verb;
        if (target instanceof Resource it) {
            return subject + " resource " + GoText.quote(it.combined()) + " in API group " + GoText.quote(it.apiGroup())
                    + (it.namespace().isEmpty()
                            ? " at the cluster scope"
                            : " in the namespace " + GoText.quote(it.namespace()));
        }
        return subject + " path " + GoText.quote(((Path) target).path());
    }
}
