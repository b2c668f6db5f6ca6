package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The roles and bindings that a cluster has right now, read through two indexes of its store.
 *
 * <p>Nothing is kept here, so nothing can be stale, and a fork of the cluster has a policy of its own at no cost. A
 * lookup costs what the index costs: it grows with the bindings that name the subject.
 */
final class StoredPolicy implements PolicyView {
    private static final String CLUSTER_WIDE = "clusterrolebinding.subject";
    private static final String NAMESPACED = "rolebinding.subject";

    /** The indexes that the store of the cluster must have. */
    static final List<IndexDefinition> INDEXES = List.of(
            new IndexDefinition(
                    CLUSTER_WIDE,
                    resource(ClusterRoleBinding.class),
                    object -> values(Binding.of((ClusterRoleBinding) object))),
            new IndexDefinition(
                    NAMESPACED, resource(RoleBinding.class), object -> values(Binding.of((RoleBinding) object))));

    private final Informers informers;

    StoredPolicy(Informers informers) {
        this.informers = informers;
    }

    private static String resource(Class<?> kind) {
        var names = kind.getAnnotation(Kind.class);
        return names.group() + "/" + names.plural();
    }

    private static List<String> values(Binding binding) {
        var values = new ArrayList<String>();
        Subjects.usersOf(binding).forEach(user -> values.add(value(binding.namespace(), "u", user)));
        Subjects.groupsOf(binding).forEach(group -> values.add(value(binding.namespace(), "g", group)));
        return values;
    }

    /** Neither a namespace nor the letter contains the slash that ends it, so no two subjects share a value. */
    private static String value(String namespace, String letter, String name) {
        return namespace + "/" + letter + "/" + name;
    }

    @Override
    public List<Binding> ofUser(String namespace, String user) {
        return indexed(namespace, value(namespace, "u", user));
    }

    @Override
    public List<Binding> ofGroup(String namespace, String group) {
        return indexed(namespace, value(namespace, "g", group));
    }

    private List<Binding> indexed(String namespace, String value) {
        return namespace.isEmpty()
                ? clusterWide(informers.lister(ClusterRoleBinding.class).byIndex(CLUSTER_WIDE, value))
                : namespaced(informers.lister(RoleBinding.class).byIndex(NAMESPACED, value));
    }

    @Override
    public List<Binding> bindings(String namespace) {
        return namespace.isEmpty()
                ? clusterWide(informers.lister(ClusterRoleBinding.class).list())
                : namespaced(informers.lister(RoleBinding.class).list(namespace));
    }

    private static List<Binding> clusterWide(List<ClusterRoleBinding> bindings) {
        if (bindings.isEmpty()) {
            return List.of();
        }
        var views = new ArrayList<Binding>(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            views.add(Binding.of(bindings.get(i)));
        }
        return views;
    }

    private static List<Binding> namespaced(List<RoleBinding> bindings) {
        if (bindings.isEmpty()) {
            return List.of();
        }
        var views = new ArrayList<Binding>(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            views.add(Binding.of(bindings.get(i)));
        }
        return views;
    }

    @Override
    public Collection<String> namespaces() {
        var namespaces = new TreeSet<String>();
        for (var binding : informers.lister(RoleBinding.class).list()) {
            namespaces.add(namespace(binding));
        }
        return namespaces;
    }

    private static String namespace(KubernetesObject object) {
        return object.metadata().namespaceOrEmpty();
    }

    @Override
    public Collection<ClusterRole> clusterRoles() {
        return informers.lister(ClusterRole.class).list();
    }

    @Override
    public @Nullable ClusterRole clusterRole(String name) {
        return informers.lister(ClusterRole.class).get("", name).orElse(null);
    }

    @Override
    public Collection<Role> roles(String namespace) {
        return namespace.isEmpty() ? List.of() : informers.lister(Role.class).list(namespace);
    }

    @Override
    public @Nullable Role role(String namespace, String name) {
        return namespace.isEmpty()
                ? null
                : informers.lister(Role.class).get(namespace, name).orElse(null);
    }
}
