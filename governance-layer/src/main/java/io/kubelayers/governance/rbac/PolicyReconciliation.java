package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a default role or binding becomes where there is one already: nothing is taken away, what is missing is added,
 * and one whose annotation says so is left alone (pkg/registry/rbac/reconciliation).
 */
final class PolicyReconciliation {
    private PolicyReconciliation() {}

    static ClusterRole reconcile(ClusterRole expected, ClusterRole existing) {
        if (isProtected(existing.metadata())) {
            return existing;
        }
        var meta = merged(expected.metadata(), existing.metadata());
        if (expected.aggregationRule() != null) {
            return existing.withMetadata(meta).withAggregationRule(expected.aggregationRule());
        }
        return existing.withMetadata(meta).withRules(completed(existing.rules(), expected.rules()));
    }

    static Role reconcile(Role expected, Role existing) {
        return isProtected(existing.metadata())
                ? existing
                : existing.withMetadata(merged(expected.metadata(), existing.metadata()))
                        .withRules(completed(existing.rules(), expected.rules()));
    }

    static ClusterRoleBinding reconcile(ClusterRoleBinding expected, ClusterRoleBinding existing) {
        return isProtected(existing.metadata())
                ? existing
                : existing.withMetadata(merged(expected.metadata(), existing.metadata()))
                        .withSubjects(union(existing.subjects(), expected.subjects()));
    }

    static RoleBinding reconcile(RoleBinding expected, RoleBinding existing) {
        return isProtected(existing.metadata())
                ? existing
                : existing.withMetadata(merged(expected.metadata(), existing.metadata()))
                        .withSubjects(union(existing.subjects(), expected.subjects()));
    }

    /** The role of a binding can't be changed: a default binding to another role has to go and come back. */
    static boolean mustBeReplaced(ClusterRoleBinding expected, ClusterRoleBinding existing) {
        return !isProtected(existing.metadata()) && !existing.roleRef().equals(expected.roleRef());
    }

    private static boolean isProtected(ObjectMeta meta) {
        return "false".equals(meta.annotations().get(DefaultPolicy.AUTO_UPDATE));
    }

    private static ObjectMeta merged(ObjectMeta expected, ObjectMeta existing) {
        return existing.withLabels(merged(expected.labels(), existing.labels()))
                .withAnnotations(merged(expected.annotations(), existing.annotations()));
    }

    private static Map<String, String> merged(Map<String, String> expected, Map<String, String> existing) {
        var all = new TreeMap<>(expected);
        all.putAll(existing);
        return all;
    }

    private static List<PolicyRule> completed(List<PolicyRule> existing, List<PolicyRule> expected) {
        var rules = new ArrayList<>(existing);
        for (var rule : expected) {
            if (!RuleCover.of(rules, List.of(rule)).covered()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static List<Subject> union(List<Subject> existing, List<Subject> expected) {
        var all = new ArrayList<>(existing);
        expected.stream().filter(subject -> !existing.contains(subject)).forEach(all::add);
        return all;
    }
}
