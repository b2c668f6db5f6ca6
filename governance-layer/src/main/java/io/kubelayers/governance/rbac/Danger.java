package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import java.util.ArrayList;
import java.util.List;

/**
 * Rights that are worth more than they look: whoever holds one can get further ones, read what is secret, or run code as
 * somebody else. After Kubernetes' RBAC good practices.
 */
public enum Danger {
    /** Every verb on every resource. */
    WILDCARD("may do everything", new Wanted("*", "*", "*", "")),
    /** Writing roles with rights one does not hold. */
    ESCALATE(
            "may give itself any right, by writing roles",
            new Wanted("escalate", "rbac.authorization.k8s.io", "roles", ""),
            new Wanted("escalate", "rbac.authorization.k8s.io", "clusterroles", "")),
    /** Binding roles whose rights one does not hold. */
    BIND(
            "may give itself any role, by writing bindings",
            new Wanted("bind", "rbac.authorization.k8s.io", "roles", ""),
            new Wanted("bind", "rbac.authorization.k8s.io", "clusterroles", "")),
    /** Acting as somebody else. */
    IMPERSONATE(
            "may act as somebody else",
            new Wanted("impersonate", "", "users", ""),
            new Wanted("impersonate", "", "groups", ""),
            new Wanted("impersonate", "", "serviceaccounts", "")),
    /** Reading secrets; a list shows their content too. */
    SECRETS(
            "may read secrets",
            new Wanted("get", "", "secrets", ""),
            new Wanted("list", "", "secrets", ""),
            new Wanted("watch", "", "secrets", "")),
    /** Running commands in other people's containers. */
    EXEC(
            "may run commands in containers",
            new Wanted("create", "", "pods", "exec"),
            new Wanted("get", "", "pods", "exec"),
            new Wanted("create", "", "pods", "attach"),
            new Wanted("get", "", "pods", "attach"),
            new Wanted("patch", "", "pods", "ephemeralcontainers"),
            new Wanted("update", "", "pods", "ephemeralcontainers")),
    /** The kubelet's API, past admission and audit. */
    NODE_PROXY(
            "may run commands on nodes, through the kubelet",
            new Wanted("create", "", "nodes", "proxy"),
            new Wanted("get", "", "nodes", "proxy")),
    /** Tokens of any service account. */
    TOKENS("may make tokens of service accounts", new Wanted("create", "", "serviceaccounts", "token"));

    private final String sentence;
    private final List<Wanted> wanted;

    /** A request that shows the danger. */
    private record Wanted(String verb, String group, String resource, String subresource) {
        AccessRequest request(String name) {
            return AccessRequest.to(Users.anonymous(), verb, group, resource)
                    .withSubresource(subresource)
                    .withName(name);
        }
    }

    Danger(String sentence, Wanted... wanted) {
        this.sentence = sentence;
        this.wanted = List.of(wanted);
    }

    /** {@code may read secrets}. */
    public String sentence() {
        return sentence;
    }

    /** Whether a rule gives this right, perhaps limited to objects of some names. */
    boolean isIn(PolicyRule rule) {
        var name = rule.resourceNames().isEmpty() ? "" : rule.resourceNames().get(0);
        for (var one : wanted) {
            if (RuleMatch.of(one.request(name)).allows(rule)) {
                return true;
            }
        }
        return false;
    }

    /** The dangers in a rule; a wildcard has them all and is named alone. */
    static List<Danger> in(PolicyRule rule) {
        if (WILDCARD.isIn(rule)) {
            return List.of(WILDCARD);
        }
        var found = new ArrayList<Danger>();
        for (var danger : values()) {
            if (danger.isIn(rule)) {
                found.add(danger);
            }
        }
        return found;
    }
}
