package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.abac.AbacPolicy;
import io.kubelayers.governance.rbac.RbacAuthorizer;
import io.kubelayers.governance.rbac.RbacEvaluator;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Questions about who may do what, as the API server of a cluster answers them.
 *
 * @param rbac knows the roles of the cluster
 */
record Permissions(RbacEvaluator rbac) {
    static Permissions of(Cluster cluster) {
        return new Permissions(RbacAuthorizer.of(cluster.informers()).evaluator());
    }

    /** Members of system:masters may do everything; of the rest the roles decide, then the policies of a file. */
    AccessDecision decide(AccessRequest request, Optional<AbacPolicy> policies) {
        var decision = Authorizer.masters().authorize(request);
        if (decision.allowed()) {
            return decision;
        }
        var byRoles = rbac.authorize(request);
        return byRoles.allowed()
                ? byRoles
                : policies.map(file -> file.authorize(request))
                        .filter(AccessDecision::allowed)
                        .orElse(byRoles);
    }

    /**
     * The user that is meant: the administrator unless somebody is named. Service accounts may be named as {@code
     * system:serviceaccount:NAMESPACE:NAME} and are in their groups without saying.
     */
    static UserInfo user(@Nullable String name, List<String> groups) {
        if (name == null) {
            return Users.admin();
        }
        var parts = name.split(":", -1);
        if (groups.isEmpty() && parts.length == 4 && name.startsWith("system:serviceaccount:")) {
            return Users.serviceAccount(parts[2], parts[3]);
        }
        return Users.user(name, groups.toArray(new String[0]));
    }

    /**
     * The request that a verb and {@code RESOURCE[/NAME]}, or a path, mean; {@code *} is any resource.
     *
     * @throws CommandLine.ParameterException if there is no such resource
     */
    static AccessRequest request(
            CommandLine command, Cluster cluster, UserInfo user, String verb, String target, Scope scope) {
        if (target.startsWith("/")) {
            return AccessRequest.toPath(user, verb, target);
        }
        int slash = target.indexOf('/');
        var resource = slash < 0 ? target : target.substring(0, slash);
        var name = slash < 0 ? "" : target.substring(slash + 1);
        if (resource.equals("*")) {
            return AccessRequest.to(user, verb, "*", "*")
                    .withNamespace(scope.namespace())
                    .withName(name);
        }
        var type = ResourceNames.resolve(command, cluster.types(), resource).get(0);
        return AccessRequest.to(user, verb, type.group(), type.plural())
                .withApiVersion(type.version())
                .withSubresource(scope.subresource())
                .withNamespace(type.namespaced() ? scope.namespace() : "")
                .withName(name);
    }

    /**
     * What narrows a question.
     *
     * @param namespace namespace; empty for all
     * @param subresource such as status; empty for none
     */
    record Scope(String namespace, String subresource) {}
}
