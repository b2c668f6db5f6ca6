package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Finding;

/**
 * One rule that a user holds, and how it came to hold it.
 *
 * @param binding binding that grants it
 * @param subject subject of the binding that stands for the user
 * @param ruleIndex place of the rule in the role, from 0
 * @param rule the rule itself
 */
public record Grant(Binding binding, Subject subject, int ruleIndex, PolicyRule rule) {
    /** {@code ClusterRoleBinding "b" of ClusterRole "r" to Group "g"}. */
    public String describe() {
        return binding.describe(subject);
    }

    Finding finding() {
        return Finding.pass("rbac.grant", binding.name(), describe())
                .input("rule", ruleIndex)
                .input("allows", RuleText.compact(rule));
    }
}
