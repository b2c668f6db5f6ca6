package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Absent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * All roles and bindings of a cluster, indexed for deciding requests.
 *
 * <p>Immutable. {@link #with} and {@link #without} give a changed policy that shares the rest with this one: changing one
 * binding among ten thousand costs microseconds, and an old policy goes on answering for its own state.
 *
 * <p>Where several bindings grant the same request, the reason names the first: cluster-wide ones before those of the
 * namespace, each by name. (Upstream takes them as they come out of its cache, in no order.) {@link #listed} keeps the
 * order of a list instead.
 *
 * <pre>{@code
 * var rbac = RbacEvaluator.of(RbacPolicy.of(objects));
 * var decision = rbac.authorize(AccessRequest.to(Users.user("alice"), "get", "", "pods").withNamespace("team"));
 * }</pre>
 */
public final class RbacPolicy implements PolicyView {
    /** No roles, no bindings: nobody may do anything. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final RbacPolicy EMPTY = new RbacPolicy(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    private final TreePMap<String, ClusterRole> clusterRoles;
    private final TreePMap<String, TreePMap<String, Role>> roles;
    private final TreePMap<String, BindingIndex> bindings;
    private final BindingIndex clusterBindings;

    private RbacPolicy(
            TreePMap<String, ClusterRole> clusterRoles,
            TreePMap<String, TreePMap<String, Role>> roles,
            TreePMap<String, BindingIndex> bindings) {
        this.clusterRoles = clusterRoles;
        this.roles = roles;
        this.bindings = bindings;
        this.clusterBindings = bindings.getOrDefault("", BindingIndex.EMPTY);
    }

    /**
     * A policy of these roles and bindings.
     *
     * @throws IllegalArgumentException if an object is of another kind
     */
    public static RbacPolicy of(Iterable<? extends KubernetesObject> objects) {
        var policy = EMPTY;
        for (var object : objects) {
            policy = policy.with(object);
        }
        return policy.settled();
    }

    /**
     * A policy whose bindings are tried in the order of the list.
     *
     * @throws IllegalArgumentException if an object is of another kind
     */
    public static RbacPolicy listed(Iterable<? extends KubernetesObject> objects) {
        var policy = EMPTY;
        int position = 0;
        for (var object : objects) {
            var binding = binding(object);
            policy = binding == null ? policy.with(object) : policy.with(binding.at(++position));
        }
        return policy.settled();
    }

    /** The same policy, in which a subject is found in the same time however many there are. */
    private RbacPolicy settled() {
        var all = bindings;
        for (var index : bindings.entrySet()) {
            all = all.plus(index.getKey(), index.getValue().settled());
        }
        return new RbacPolicy(clusterRoles, roles, all);
    }

    /**
     * This policy with the object added, or put in the place of the one with its kind, namespace and name.
     *
     * @throws IllegalArgumentException if it is neither a role nor a binding
     */
    public RbacPolicy with(KubernetesObject object) {
        var name = Absent.text(object.metadata().name());
        if (object instanceof ClusterRole role) {
            return new RbacPolicy(clusterRoles.plus(name, role), roles, bindings);
        }
        if (object instanceof Role role) {
            var namespace = Absent.text(role.metadata().namespace());
            return new RbacPolicy(
                    clusterRoles, roles.plus(namespace, rolesIn(namespace).plus(name, role)), bindings);
        }
        var binding = binding(object);
        if (binding == null) {
            throw new IllegalArgumentException(
                    "not a role or binding: " + object.getClass().getSimpleName());
        }
        return with(binding);
    }

    private RbacPolicy with(Binding binding) {
        var index = bindingsIn(binding.namespace()).with(binding);
        return new RbacPolicy(clusterRoles, roles, bindings.plus(binding.namespace(), index));
    }

    /**
     * This policy without the object of this kind, namespace and name; the same policy if there is none.
     *
     * @throws IllegalArgumentException if it is neither a role nor a binding
     */
    public RbacPolicy without(KubernetesObject object) {
        var name = Absent.text(object.metadata().name());
        var namespace = Absent.text(object.metadata().namespace());
        if (object instanceof ClusterRole) {
            return new RbacPolicy(clusterRoles.minus(name), roles, bindings);
        }
        if (object instanceof Role) {
            var rest = rolesIn(namespace).minus(name);
            return new RbacPolicy(
                    clusterRoles, rest.isEmpty() ? roles.minus(namespace) : roles.plus(namespace, rest), bindings);
        }
        var binding = binding(object);
        if (binding == null) {
            throw new IllegalArgumentException(
                    "not a role or binding: " + object.getClass().getSimpleName());
        }
        var rest = bindingsIn(binding.namespace()).without(name);
        return new RbacPolicy(
                clusterRoles,
                roles,
                rest.isEmpty() ? bindings.minus(binding.namespace()) : bindings.plus(binding.namespace(), rest));
    }

    private static @Nullable Binding binding(KubernetesObject object) {
        if (object instanceof ClusterRoleBinding binding) {
            return Binding.of(binding);
        }
        return object instanceof RoleBinding binding ? Binding.of(binding) : null;
    }

    private BindingIndex bindingsIn(String namespace) {
        return namespace.isEmpty() ? clusterBindings : bindings.getOrDefault(namespace, BindingIndex.EMPTY);
    }

    @Override
    public List<Binding> ofUser(String namespace, String user) {
        return bindingsIn(namespace).ofUser(user);
    }

    @Override
    public List<Binding> ofGroup(String namespace, String group) {
        return bindingsIn(namespace).ofGroup(group);
    }

    @Override
    public List<Binding> bindings(String namespace) {
        return bindingsIn(namespace).all();
    }

    @Override
    public Collection<String> namespaces() {
        return bindings.minus("").keySet();
    }

    @Override
    public Collection<ClusterRole> clusterRoles() {
        return clusterRoles.values();
    }

    @Override
    public @Nullable ClusterRole clusterRole(String name) {
        return clusterRoles.get(name);
    }

    @Override
    public Collection<Role> roles(String namespace) {
        return rolesIn(namespace).values();
    }

    @Override
    public @Nullable Role role(String namespace, String name) {
        return rolesIn(namespace).get(name);
    }

    private TreePMap<String, Role> rolesIn(String namespace) {
        return roles.getOrDefault(namespace, TreePMap.empty());
    }

    /** The sizes only. */
    @Override
    public String toString() {
        int roleCount = roles.values().stream().mapToInt(Map::size).sum();
        int bindingCount =
                bindings.values().stream().mapToInt(BindingIndex::size).sum();
        return "RbacPolicy[" + clusterRoles.size() + " cluster roles, " + roleCount + " roles, " + bindingCount
                + " bindings]";
    }
}
