package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.account;
import static io.kubelayers.governance.rbac.RoleData.bind;
import static io.kubelayers.governance.rbac.RoleData.group;
import static io.kubelayers.governance.rbac.RoleData.role;
import static io.kubelayers.governance.rbac.RoleData.user;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The roles and bindings that every cluster starts with (bootstrappolicy/policy.go, v1.35).
 *
 * <p>The aggregated roles admin, edit and view have their rules from the start. Role {@code system:node} is bound to nobody:
 * the Node authorizer lets nodes work.
 */
public final class DefaultPolicy {
    /** Annotation with which a default role or binding is kept up to date; set it to "false" to change it for good. */
    public static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";

    private static final String KUBE_SYSTEM = "kube-system";
    private static final String SCHEDULER = "system:kube-scheduler";
    private static final String CONTROLLER_MANAGER = "system:kube-controller-manager";

    /** Made once, when somebody asks first: every cluster starts with them. */
    private static final class Made {
        static final List<KubernetesObject> OBJECTS = make();

        private Made() {}
    }

    private DefaultPolicy() {}

    /** What the agents of nodes may do, as far as it depends on no object: the rules of role {@code system:node}. */
    public static List<PolicyRule> nodeRules() {
        return ComponentRoles.node().rules();
    }

    /** All of them: cluster roles, cluster role bindings, roles, role bindings. */
    public static List<KubernetesObject> objects() {
        return Made.OBJECTS;
    }

    private static List<KubernetesObject> make() {
        var all = new ArrayList<KubernetesObject>(clusterRoles());
        all.addAll(clusterRoleBindings());
        all.addAll(NamespaceRoles.roles());
        all.addAll(NamespaceRoles.bindings());
        return List.copyOf(all);
    }

    /** The same as a policy to decide on. */
    public static RbacPolicy policy() {
        return RbacPolicy.of(objects());
    }

    /**
     * What a cluster has to decide on once these roles and bindings are written to it: the default ones beside them, with
     * the rules of aggregated roles filled in.
     *
     * @throws IllegalArgumentException if an object is of another kind
     */
    public static RbacPolicy policyWith(Iterable<? extends KubernetesObject> objects) {
        var policy = policy();
        for (var object : objects) {
            policy = policy.with(object);
        }
        for (var role : AggregatedRules.filledIn(policy.clusterRoles())) {
            policy = policy.with(role);
        }
        return policy;
    }

    private static List<ClusterRole> clusterRoles() {
        var byName = new TreeMap<String, ClusterRole>();
        var roles = new ArrayList<>(UserFacingRoles.all());
        roles.addAll(ComponentRoles.all());
        roles.addAll(ControllerRoles.roles());
        roles.forEach(role -> byName.put(role.metadata().nameOrEmpty(), role));
        return AggregatedRules.filledIn(byName.values());
    }

    private static List<ClusterRoleBinding> clusterRoleBindings() {
        var bindings = new ArrayList<>(List.of(
                bind("cluster-admin", "cluster-admin", group(Users.MASTERS)),
                bind("system:monitoring", "system:monitoring", group("system:monitoring")),
                bind("system:discovery", "system:discovery", group(Users.AUTHENTICATED)),
                bind("system:basic-user", "system:basic-user", group(Users.AUTHENTICATED)),
                bind(
                        "system:public-info-viewer",
                        "system:public-info-viewer",
                        group(Users.AUTHENTICATED),
                        group(Users.UNAUTHENTICATED)),
                bind("system:node", "system:node"),
                bind("system:node-proxier", "system:node-proxier", user("system:kube-proxy")),
                bind(CONTROLLER_MANAGER, CONTROLLER_MANAGER, user(CONTROLLER_MANAGER)),
                bind("system:kube-dns", "system:kube-dns", account(KUBE_SYSTEM, "kube-dns")),
                bind(SCHEDULER, SCHEDULER, user(SCHEDULER)),
                bind("system:volume-scheduler", "system:volume-scheduler", user(SCHEDULER)),
                bind(
                        "system:service-account-issuer-discovery",
                        "system:service-account-issuer-discovery",
                        group(Users.SERVICE_ACCOUNTS))));
        bindings.addAll(ControllerRoles.bindings());
        return bindings;
    }
}
