package io.kubelayers.governance.rbac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Joins single rights into fewer rules for a message.
 *
 * <p>Rules about one resource of one group, with the same name or none, become one rule with all their verbs; the others
 * stay.
 * Source: pkg/registry/rbac/validation/policy_compact.go.
 */
final class CompactRules {
    private CompactRules() {}

    /** The joined rules as texts, sorted, each once. */
    static List<String> texts(List<PolicyRule> rules) {
        var texts = new TreeSet<String>();
        for (var rule : joined(rules)) {
            texts.add(RuleText.compact(rule));
        }
        return List.copyOf(texts);
    }

    private record Thing(String group, String resource, List<String> names) {}

    /** The joined rules. */
    static List<PolicyRule> joined(List<PolicyRule> rules) {
        var compact = new ArrayList<PolicyRule>();
        var simple = new LinkedHashMap<Thing, List<String>>();
        for (var rule : rules) {
            if (isSimple(rule)) {
                var key = new Thing(rule.apiGroups().get(0), rule.resources().get(0), rule.resourceNames());
                simple.computeIfAbsent(key, k -> new ArrayList<>()).addAll(rule.verbs());
            } else {
                compact.add(rule);
            }
        }
        simple.forEach((key, verbs) -> compact.add(
                new PolicyRule(verbs, List.of(key.group()), List.of(key.resource()), key.names(), List.of())));
        return compact;
    }

    /** The joined rules for people: those with the same verbs on resources of the same group become one. */
    static List<PolicyRule> gathered(List<PolicyRule> rules) {
        var resources = new LinkedHashMap<PolicyRule, List<String>>();
        for (var rule : joined(rules)) {
            resources
                    .computeIfAbsent(rule.withResources(List.of()), alike -> new ArrayList<>())
                    .addAll(rule.resources());
        }
        var gathered = new ArrayList<PolicyRule>();
        resources.forEach((alike, names) -> gathered.add(alike.withResources(names)));
        return gathered;
    }

    private static boolean isSimple(PolicyRule rule) {
        return rule.apiGroups().size() == 1
                && rule.resources().size() == 1
                && rule.resourceNames().size() <= 1
                && rule.nonResourceURLs().isEmpty();
    }
}
