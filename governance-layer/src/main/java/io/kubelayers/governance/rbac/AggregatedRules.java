package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rules that an aggregated ClusterRole should have: those of all ClusterRoles its selectors choose.
 *
 * <p>Selectors are taken in order, the chosen roles by name, their rules in order; a rule that is there already is left
 * out, and so is the role itself. Source: pkg/controller/clusterroleaggregation.
 *
 * @param role name of the aggregated ClusterRole
 * @param parts where the rules come from, in order
 */
public record AggregatedRules(String role, List<Part> parts) implements Explained {
    /**
     * What one ClusterRole adds.
     *
     * @param role name of the chosen ClusterRole
     * @param rules its rules that were not there yet
     */
    public record Part(String role, List<PolicyRule> rules) {
        public Part {
            rules = List.copyOf(rules);
        }
    }

    public AggregatedRules {
        parts = List.copyOf(parts);
    }

    /**
     * The rules for a ClusterRole with an aggregation rule; none without one.
     *
     * @throws io.kubelayers.nucleus.selector.InvalidSelectorException if a selector is malformed
     */
    public static AggregatedRules of(ClusterRole aggregated, Collection<ClusterRole> all) {
        var parts = new ArrayList<Part>();
        var taken = new ArrayList<PolicyRule>();
        var name = aggregated.metadata().nameOrEmpty();
        var aggregation = aggregated.aggregationRule();
        if (aggregation != null) {
            var byName = all.stream()
                    .filter(role -> !role.metadata().nameOrEmpty().equals(name))
                    .sorted(Comparator.comparing(role -> role.metadata().nameOrEmpty()))
                    .toList();
            for (var labels : aggregation.clusterRoleSelectors()) {
                var selector = Selector.of(labels);
                for (var role : byName) {
                    if (selector.matches(role.metadata().labels())) {
                        parts.add(part(role, taken));
                    }
                }
            }
        }
        return new AggregatedRules(name, parts);
    }

    /** All roles, those with an aggregation rule with their rules, which may come from aggregated ones in turn. */
    static List<ClusterRole> filledIn(Collection<ClusterRole> roles) {
        var filled = List.copyOf(roles);
        // each round carries rules one role further; a chain is no longer than there are roles
        for (int round = 0; round < roles.size(); round++) {
            var before = filled;
            var next = before.stream()
                    .map(role -> role.aggregationRule() == null
                            ? role
                            : role.withRules(of(role, before).rules()))
                    .toList();
            if (next.equals(before)) {
                return before;
            }
            filled = next;
        }
        return filled;
    }

    private static Part part(ClusterRole role, List<PolicyRule> taken) {
        var added = new ArrayList<PolicyRule>();
        for (var rule : role.rules()) {
            if (!taken.contains(rule)) {
                taken.add(rule);
                added.add(rule);
            }
        }
        return new Part(role.metadata().nameOrEmpty(), added);
    }

    public List<PolicyRule> rules() {
        return parts.stream().flatMap(part -> part.rules().stream()).toList();
    }

    @Override
    public String explain() {
        return "ClusterRole " + GoText.quote(role) + " takes " + rules().size() + " rules from " + parts.size()
                + " ClusterRoles";
    }

    @Override
    public Finding finding() {
        var root = Finding.note("rbac.aggregation", role, explain());
        for (var part : parts) {
            root = root.because(Finding.note(
                    "rbac.aggregated",
                    part.role(),
                    "gives " + part.rules().stream().map(RuleText::phrase).toList()));
        }
        return root;
    }
}
