package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words to write the default roles with: lists are texts with blanks, "" is the core group. */
final class RoleData {
    static final String READ = "get list watch";
    static final String WRITE = "create delete deletecollection patch update";
    static final String READ_WRITE = READ + " " + WRITE;
    static final String CORE = "core";

    private static final Map<String, String> BOOTSTRAP = Map.of("kubernetes.io/bootstrapping", "rbac-defaults");
    private static final Map<String, String> AUTO_UPDATE = Map.of(DefaultPolicy.AUTO_UPDATE, "true");

    private RoleData() {}

    /** {@code rule(READ, "core", "pods pods/log")}; several groups are possible. */
    static PolicyRule rule(String verbs, String groups, String resources) {
        var named = words(groups).stream()
                .map(group -> group.equals(CORE) ? "" : group)
                .sorted()
                .toList();
        return PolicyRule.onResources(words(verbs), named, words(resources));
    }

    static PolicyRule named(PolicyRule rule, String... names) {
        return rule.withResourceNames(List.of(names));
    }

    static PolicyRule urls(String verbs, String urls) {
        return PolicyRule.onPaths(words(verbs), words(urls));
    }

    /** Lets a component report events. */
    static PolicyRule events() {
        return rule("create patch update", CORE + " events.k8s.io", "events");
    }

    static ClusterRole role(String name, PolicyRule... rules) {
        return new ClusterRole(meta("", name, Map.of()), List.of(rules), null);
    }

    /** A role whose rules go into the aggregated role of this name. */
    static ClusterRole partOf(String aggregated, String name, PolicyRule... rules) {
        return new ClusterRole(meta("", name, aggregateTo(aggregated)), List.of(rules), null);
    }

    /** A role that gathers the rules of all that are marked as part of it. */
    static ClusterRole gathering(String name, Map<String, String> labels) {
        var selector = new LabelSelector(aggregateTo(name), List.of());
        return new ClusterRole(meta("", name, labels), List.of(), new ClusterRole.AggregationRule(List.of(selector)));
    }

    static Map<String, String> aggregateTo(String name) {
        return Map.of("rbac.authorization.k8s.io/aggregate-to-" + name, "true");
    }

    static Role role(String namespace, String name, PolicyRule... rules) {
        return new Role(meta(namespace, name, Map.of()), List.of(rules));
    }

    static ClusterRoleBinding bind(String name, String role, Subject... subjects) {
        return new ClusterRoleBinding(meta("", name, Map.of()), List.of(subjects), ref("ClusterRole", role));
    }

    static RoleBinding bind(String namespace, String name, String role, Subject... subjects) {
        return new RoleBinding(meta(namespace, name, Map.of()), List.of(subjects), ref("Role", role));
    }

    private static RoleRef ref(String kind, String name) {
        return new RoleRef("rbac.authorization.k8s.io", kind, name);
    }

    static Subject user(String name) {
        return new Subject(Subjects.USER, "rbac.authorization.k8s.io", name, null);
    }

    static Subject group(String name) {
        return new Subject(Subjects.GROUP, "rbac.authorization.k8s.io", name, null);
    }

    static Subject account(String namespace, String name) {
        return new Subject(Subjects.SERVICE_ACCOUNT, null, name, namespace);
    }

    private static ObjectMeta meta(String namespace, String name, Map<String, String> labels) {
        var all = new TreeMap<>(BOOTSTRAP);
        all.putAll(labels);
        return ObjectMetaBuilder.builder()
                .namespace(namespace)
                .name(name)
                .labels(all)
                .annotations(AUTO_UPDATE)
                .build();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).sorted().toList();
    }
}
