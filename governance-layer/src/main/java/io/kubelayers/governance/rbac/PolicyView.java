package io.kubelayers.governance.rbac;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roles and bindings that access is decided on, found by what a decision starts from: users and groups.
 *
 * <p>{@link RbacPolicy} is a set of objects; in a cluster the view is what its store has.
 */
public interface PolicyView {
    /**
     * The bindings that name a user, in trying order. Service accounts are users, under their full user name.
     *
     * @param namespace namespace of the RoleBindings; empty for ClusterRoleBindings
     */
    List<Binding> ofUser(String namespace, String user);

    /**
     * The bindings that name a group, in trying order.
     *
     * @param namespace namespace of the RoleBindings; empty for ClusterRoleBindings
     */
    List<Binding> ofGroup(String namespace, String group);

    /** All bindings of a namespace (empty: the cluster-wide ones), in trying order. */
    List<Binding> bindings(String namespace);

    /** The namespaces that have RoleBindings, sorted. */
    Collection<String> namespaces();

    /** All ClusterRoles, by name. */
    Collection<ClusterRole> clusterRoles();

    @Nullable
    ClusterRole clusterRole(String name);

    /** The Roles of a namespace, by name. */
    Collection<Role> roles(String namespace);

    @Nullable
    Role role(String namespace, String name);

    /** The rules of the role that a binding in the namespace refers to; null if there is no such role. */
    default @Nullable List<PolicyRule> rules(RoleRef ref, String namespace) {
        return switch (ref.kind()) {
            case "Role" -> {
                var role = role(namespace, ref.name());
                yield role == null ? null : role.rules();
            }
            case "ClusterRole" -> {
                var role = clusterRole(ref.name());
                yield role == null ? null : role.rules();
            }
            default -> null;
        };
    }
}
