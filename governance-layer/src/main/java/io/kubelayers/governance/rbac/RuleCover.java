package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Do the rules of an owner allow everything that other rules allow?
 *
 * <p>The other rules are broken into pieces of one group, one resource, one verb and at most one name; a piece is covered
 * if a single owner rule covers it. Source: component-helpers auth/rbac/validation/policy_comparator.go.
 *
 * @param uncovered pieces that no owner rule covers, groups outermost
 */
public record RuleCover(List<PolicyRule> uncovered) implements Explained {
    public RuleCover {
        uncovered = List.copyOf(uncovered);
    }

    public static RuleCover of(List<PolicyRule> owner, List<PolicyRule> wanted) {
        var uncovered = new ArrayList<PolicyRule>();
        for (var rule : wanted) {
            for (var piece : pieces(rule)) {
                if (owner.stream().noneMatch(held -> covers(held, piece))) {
                    uncovered.add(piece);
                }
            }
        }
        return new RuleCover(uncovered);
    }

    public boolean covered() {
        return uncovered.isEmpty();
    }

    /** The rule in pieces that each allow one thing. */
    static List<PolicyRule> pieces(PolicyRule rule) {
        var pieces = new ArrayList<PolicyRule>();
        for (var group : rule.apiGroups()) {
            for (var resource : rule.resources()) {
                for (var verb : rule.verbs()) {
                    if (rule.resourceNames().isEmpty()) {
                        pieces.add(piece(verb, group, resource, List.of()));
                    }
                    for (var name : rule.resourceNames()) {
                        pieces.add(piece(verb, group, resource, List.of(name)));
                    }
                }
            }
        }
        for (var url : rule.nonResourceURLs()) {
            for (var verb : rule.verbs()) {
                pieces.add(PolicyRule.onPaths(List.of(verb), List.of(url)));
            }
        }
        return pieces;
    }

    private static PolicyRule piece(String verb, String group, String resource, List<String> names) {
        return new PolicyRule(List.of(verb), List.of(group), List.of(resource), names, List.of());
    }

    /** Held rules limited to names cover neither requests without a name nor, oddly, any path. */
    private static boolean covers(PolicyRule held, PolicyRule piece) {
        return allOrContains(held.verbs(), piece.verbs())
                && allOrContains(held.apiGroups(), piece.apiGroups())
                && coversResources(held.resources(), piece.resources())
                && (held.resourceNames().isEmpty()
                        || (!piece.resourceNames().isEmpty()
                                && held.resourceNames().containsAll(piece.resourceNames())))
                && coversUrls(held.nonResourceURLs(), piece.nonResourceURLs());
    }

    private static boolean allOrContains(List<String> held, List<String> wanted) {
        return held.contains("*") || held.containsAll(wanted);
    }

    private static boolean coversResources(List<String> held, List<String> wanted) {
        if (allOrContains(held, wanted)) {
            return true;
        }
        for (var resource : wanted) {
            int slash = resource.indexOf('/');
            if (!held.contains(resource) && (slash < 0 || !held.contains("*" + resource.substring(slash)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean coversUrls(List<String> held, List<String> wanted) {
        for (var url : wanted) {
            if (held.stream().noneMatch(allowed -> RuleMatch.pathCovers(allowed, url))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String explain() {
        return covered() ? "covered" : "not covered: " + String.join(", ", CompactRules.texts(uncovered));
    }

    @Override
    public Finding finding() {
        if (covered()) {
            return Finding.pass("rbac.covers", "", explain());
        }
        var root = Finding.fail("rbac.covers", "", uncovered.size() + " rights are not held");
        for (var text : CompactRules.texts(uncovered)) {
            root = root.because(Finding.fail("rbac.missing", "", text));
        }
        return root;
    }
}
