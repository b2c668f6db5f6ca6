package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The roles and bindings that a cluster has right now, read through two indexes of its store.
 *
 * <p>What was looked up is remembered until a binding or role is written, so that a request costs the same among ten
 * bindings and a million; a subject's first costs a look-up in the index. A fork of the cluster has a policy of its own.
 */
final class StoredPolicy implements PolicyView {
    private static final String CLUSTER_WIDE = "clusterrolebinding.subject";
    private static final String NAMESPACED = "rolebinding.subject";
    private static final String USER = "u";
    private static final String GROUP = "g";

    /** The indexes that the store of the cluster must have. */
    static final List<IndexDefinition> INDEXES = List.of(
            new IndexDefinition(
                    CLUSTER_WIDE,
                    resource(ClusterRoleBinding.class),
                    object -> values(Binding.of((ClusterRoleBinding) object))),
            new IndexDefinition(
                    NAMESPACED, resource(RoleBinding.class), object -> values(Binding.of((RoleBinding) object))));

    private final Informers informers;
    private final Remembered<Named, List<Binding>> clusterWide;
    private final Remembered<Named, List<Binding>> namespaced;
    private final Remembered<String, Optional<ClusterRole>> clusterRoles;
    private final Remembered<Named, Optional<Role>> roles;

    StoredPolicy(Informers informers) {
        this.informers = informers;
        this.clusterWide = new Remembered<>(
                writes(informers, ClusterRoleBinding.class),
                subject ->
                        clusterWide(informers.lister(ClusterRoleBinding.class).byIndex(CLUSTER_WIDE, subject.value())));
        this.namespaced = new Remembered<>(
                writes(informers, RoleBinding.class),
                subject -> namespaced(informers.lister(RoleBinding.class).byIndex(NAMESPACED, subject.value())));
        this.clusterRoles = new Remembered<>(
                writes(informers, ClusterRole.class),
                name -> informers.lister(ClusterRole.class).get("", name));
        this.roles = new Remembered<>(
                writes(informers, Role.class),
                role -> informers.lister(Role.class).get(role.namespace(), role.name()));
    }

    private static LongSupplier writes(Informers informers, Class<? extends KubernetesObject> kind) {
        return () -> informers.lister(kind).writes();
    }

    /** What a look-up is for: a subject of bindings, or a role. */
    private record Named(String namespace, String letter, String name) {
        /** Neither a namespace nor the letter contains the slash that ends it, so no two subjects share a value. */
        String value() {
            return namespace + "/" + letter + "/" + name;
        }
    }

    private static String resource(Class<?> kind) {
        var names = kind.getAnnotation(Kind.class);
        return names.group() + "/" + names.plural();
    }

    private static List<String> values(Binding binding) {
        var values = new ArrayList<String>();
        Subjects.usersOf(binding).forEach(user -> values.add(new Named(binding.namespace(), USER, user).value()));
        Subjects.groupsOf(binding).forEach(group -> values.add(new Named(binding.namespace(), GROUP, group).value()));
        return values;
    }

    @Override
    public List<Binding> ofUser(String namespace, String user) {
        return naming(new Named(namespace, USER, user));
    }

    @Override
    public List<Binding> ofGroup(String namespace, String group) {
        return naming(new Named(namespace, GROUP, group));
    }

    private List<Binding> naming(Named subject) {
        return subject.namespace().isEmpty() ? clusterWide.get(subject) : namespaced.get(subject);
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
        return List.copyOf(views);
    }

    private static List<Binding> namespaced(List<RoleBinding> bindings) {
        if (bindings.isEmpty()) {
            return List.of();
        }
        var views = new ArrayList<Binding>(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            views.add(Binding.of(bindings.get(i)));
        }
        return List.copyOf(views);
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
        return clusterRoles.get(name).orElse(null);
    }

    @Override
    public Collection<Role> roles(String namespace) {
        return namespace.isEmpty() ? List.of() : informers.lister(Role.class).list(namespace);
    }

    @Override
    public @Nullable Role role(String namespace, String name) {
        return namespace.isEmpty()
                ? null
                : roles.get(new Named(namespace, "r", name)).orElse(null);
    }
}
