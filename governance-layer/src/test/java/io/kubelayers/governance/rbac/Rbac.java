package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;

/** Short words for roles and bindings in tests. */
final class Rbac {
    private Rbac() {}

    static PolicyRule rule(String verbs, String group, String resources) {
        return new PolicyRule(words(verbs), List.of(group), words(resources), null, null);
    }

    static PolicyRule named(PolicyRule rule, String... names) {
        return rule.withResourceNames(List.of(names));
    }

    static PolicyRule urls(String verbs, String... urls) {
        return new PolicyRule(words(verbs), null, null, null, List.of(urls));
    }

    static ClusterRole clusterRole(String name, PolicyRule... rules) {
        return new ClusterRole(meta("", name), List.of(rules), null);
    }

    static Role role(String namespace, String name, PolicyRule... rules) {
        return new Role(meta(namespace, name), List.of(rules));
    }

    static ClusterRoleBinding bind(String name, String clusterRole, Subject... subjects) {
        return new ClusterRoleBinding(meta("", name), List.of(subjects), ref("ClusterRole", clusterRole));
    }

    static RoleBinding bind(String namespace, String name, RoleRef role, Subject... subjects) {
        return new RoleBinding(meta(namespace, name), List.of(subjects), role);
    }

    static RoleRef ref(String kind, String name) {
        return new RoleRef("rbac.authorization.k8s.io", kind, name);
    }

    static Subject user(String name) {
        return new Subject("User", "rbac.authorization.k8s.io", name, null);
    }

    static Subject group(String name) {
        return new Subject("Group", "rbac.authorization.k8s.io", name, null);
    }

    static Subject account(String namespace, String name) {
        return new Subject("ServiceAccount", null, name, namespace);
    }

    static ObjectMeta meta(String namespace, String name) {
        return ObjectMetaBuilder.builder().namespace(namespace).name(name).build();
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
