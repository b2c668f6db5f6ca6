package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Namespace;
import java.util.TreeSet;

/** May somebody do something? Answered by every authorizer of the cluster. */
record AccessQuestion(boolean can, UserInfo user, String verb, String resource, String name, String namespace)
        implements Question {

    static AccessQuestion read(Fields fields, boolean can) {
        return new AccessQuestion(
                can,
                user(fields),
                fields.text("verb"),
                fields.text("resource"),
                fields.optional("name"),
                fields.has("namespace") ? fields.optional("namespace") : "default");
    }

    /** Fields user and groups, or serviceAccount as {@code namespace/name}. */
    static UserInfo user(Fields fields) {
        var account = fields.optional("serviceAccount");
        var groups = fields.texts("groups");
        if (account.isEmpty()) {
            return Users.user(fields.text("user"), groups.toArray(new String[0]));
        }
        int slash = account.indexOf('/');
        return slash < 0
                ? Users.serviceAccount("default", account)
                : Users.serviceAccount(account.substring(0, slash), account.substring(slash + 1));
    }

    @Override
    public String sentence() {
        return user.username() + (can ? " can " : " cannot ") + verb + " " + resource
                + (name.isEmpty() ? "" : " " + name)
                + (resource.startsWith("/")
                        ? ""
                        : namespace.isEmpty() ? " in all namespaces" : " in namespace " + namespace);
    }

    @Override
    public Answer ask(Cluster cluster) {
        var words = AccessWords.in(cluster.types());
        var request = words.question(user, verb, resource, name, namespace);
        if (request.resourceRequest()) {
            checkNamespace(cluster);
        }
        var decision = cluster.authorizer().authorize(request);
        return new Answer(
                decision.allowed() == can,
                decision.allowed() ? "it is allowed: " + decision.explain() : "nothing allows it",
                decision.finding());
    }

    private void checkNamespace(Cluster cluster) {
        var known = new TreeSet<String>();
        cluster.lister(Namespace.class)
                .list()
                .forEach(one -> known.add(one.metadata().nameOrEmpty()));
        if (!namespace.isEmpty() && !known.contains(namespace)) {
            throw new IllegalArgumentException(
                    "no namespace \"" + namespace + "\" in this cluster; " + NearestName.hint(namespace, known));
        }
    }
}
