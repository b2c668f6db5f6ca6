package io.kubelayers.governance.rbac;

import java.util.ArrayList;
import java.util.List;

/** Rules as texts for people. */
final class RuleText {
    private RuleText() {}

    /** The form of escalation errors: {@code {APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}}. */
    static String compact(PolicyRule rule) {
        var parts = new ArrayList<String>();
        part("APIGroups", rule.apiGroups(), parts);
        part("Resources", rule.resources(), parts);
        part("NonResourceURLs", rule.nonResourceURLs(), parts);
        part("ResourceNames", rule.resourceNames(), parts);
        part("Verbs", rule.verbs(), parts);
        return "{" + String.join(", ", parts) + "}";
    }

    private static void part(String name, List<String> values, List<String> parts) {
        if (!values.isEmpty()) {
            parts.add(name + ":" + GoText.quote(values));
        }
    }

    /** A rule as a phrase: {@code get, list on pods in API group "apps"}. */
    static String phrase(PolicyRule rule) {
        var verbs = String.join(", ", rule.verbs());
        if (rule.resources().isEmpty()) {
            return verbs + " on " + String.join(", ", rule.nonResourceURLs());
        }
        var groups = rule.apiGroups().stream().map(GoText::quote).toList();
        var names = rule.resourceNames().isEmpty() ? "" : " named " + String.join(", ", rule.resourceNames());
        return verbs + " on " + String.join(", ", rule.resources()) + names + " in API group "
                + String.join(", ", groups);
    }
}
