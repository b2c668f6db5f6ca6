package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
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
                fields.has("namespace") ? fields.text("namespace") : "default");
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
                + (resource.startsWith("/") ? "" : " in namespace " + namespace);
    }

    @Override
    public Answer ask(Cluster cluster) {
        var decision = cluster.authorizer().authorize(request(cluster));
        return new Answer(
                decision.allowed() == can,
                decision.allowed() ? "it is allowed: " + decision.explain() : "nothing allows it",
                decision.finding());
    }

    private AccessRequest request(Cluster cluster) {
        if (resource.startsWith("/")) {
            return AccessRequest.toPath(user, verb, resource);
        }
        int slash = resource.indexOf('/');
        var word = slash < 0 ? resource : resource.substring(0, slash);
        var type = cluster.types().resolve(word).orElseThrow(() -> {
            var known = new TreeSet<String>();
            cluster.types().resources().forEach(one -> known.add(one.plural()));
            return new IllegalArgumentException("no resource \"" + word + "\"; " + NearestName.hint(word, known));
        });
        return AccessRequest.to(user, verb, type.group(), type.plural())
                .withApiVersion(type.version())
                .withSubresource(slash < 0 ? "" : resource.substring(slash + 1))
                .withName(name)
                .withNamespace(type.namespaced() ? namespace : "");
    }
}
