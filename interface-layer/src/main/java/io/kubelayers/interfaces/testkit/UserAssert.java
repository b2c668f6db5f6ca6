package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.expectation.AccessWords;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.KubernetesObject;
import org.assertj.core.api.AbstractAssert;

/**
 * Asks what a user may do, of everything that authorizes in the cluster.
 *
 * <pre>{@code
 * assertThat(cluster).user("jane", "developers").in("dev").can("delete", "pods").cannot("delete", "nodes");
 * }</pre>
 *
 * <p>Say the namespace first: each question is answered when it is asked, so nothing that comes after could be forgotten.
 * Without one it is {@code default}, as with {@code kubectl auth can-i}. Words that the cluster does not know, such as
 * {@code cannot("delete", "pdos")}, are errors: nobody can do that anyway, so the test would prove nothing.
 */
public final class UserAssert extends AbstractAssert<UserAssert, UserInfo> {
    private final Cluster cluster;
    private final String namespace;

    UserAssert(Cluster cluster, UserInfo user) {
        this(cluster, user, "default");
    }

    private UserAssert(Cluster cluster, UserInfo user, String namespace) {
        super(user, UserAssert.class);
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** The namespace that the next questions are about. */
    public UserAssert in(String name) {
        if (cluster.lister(Namespace.class).get("", name).isEmpty()) {
            ObjectName.find(cluster, Namespace.class, name);
        }
        return new UserAssert(cluster, actual, name).as(descriptionText());
    }

    /** The next questions are about all namespaces at once. */
    public UserAssert inAllNamespaces() {
        return new UserAssert(cluster, actual, "").as(descriptionText());
    }

    /**
     * The user may do this.
     *
     * @param verb such as {@code get}, {@code delete}, or {@code post} for paths
     * @param resource as kubectl takes it: {@code pods}, {@code po}, {@code deployments.apps}, {@code pods/log}; or a path
     *     such as {@code /healthz}
     */
    public UserAssert can(String verb, String resource) {
        return can(verb, resource, "");
    }

    /** The user may do this to the object of that name. */
    public UserAssert can(String verb, String resource, String name) {
        new AccessAssert(ask(verb, resource, name)).as(descriptionText()).isAllowed(wish("can", verb, resource, name));
        return this;
    }

    /** The user may not do this. */
    public UserAssert cannot(String verb, String resource) {
        return cannot(verb, resource, "");
    }

    /** The user may not do this to the object of that name. */
    public UserAssert cannot(String verb, String resource, String name) {
        new AccessAssert(ask(verb, resource, name))
                .as(descriptionText())
                .isRefused(wish("cannot", verb, resource, name));
        return this;
    }

    private AccessDecision ask(String verb, String resource, String name) {
        return cluster.authorizer().authorize(question(verb, resource, name));
    }

    private AccessRequest question(String verb, String resource, String name) {
        return AccessWords.in(cluster.types()).question(actual, verb, resource, name, namespace);
    }

    private String wish(String can, String verb, String resource, String name) {
        var what = verb + " " + resource + (name.isEmpty() ? "" : " " + name);
        var question = question(verb, resource, name);
        var where = !question.resourceRequest()
                ? ""
                : question.namespace().isEmpty() ? " at the cluster scope" : " in namespace " + question.namespace();
        return "user " + actual.username() + " " + can + " " + what + where;
    }

    /**
     * What becomes of a write of this object by the user: a create, or an update if it exists. It is tried on a fork.
     */
    public <T extends KubernetesObject> RequestAssert<T> request(T object) {
        return RequestAssert.writing(cluster, actual, namespace, object).as(descriptionText());
    }

    /** What becomes of the user's deleting that object, which must exist. It is tried on a fork. */
    public <T extends KubernetesObject> RequestAssert<T> deletion(Class<T> kind, String name) {
        return RequestAssert.deleting(cluster, actual, ObjectName.find(cluster, kind, name))
                .as(descriptionText());
    }
}
