package io.kubelayers.governance.networkpolicy;

import io.kubelayers.governance.networkpolicy.NetworkPolicy.PolicyType;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy whose selectors have become sets of pods.
 *
 * @param name namespace and name
 * @param pods the pods it selects
 * @param ingress its rules for incoming traffic; null if it is not about that
 * @param egress its rules for outgoing traffic; null if it is not about that
 */
record CompiledPolicy(
        String name, BitSet pods, @Nullable List<CompiledRule> ingress, @Nullable List<CompiledRule> egress) {

    static CompiledPolicy of(NetworkPolicy policy, PodTable table) {
        var namespace = policy.metadata().namespaceOrEmpty();
        var name = namespace + "/" + policy.metadata().nameOrEmpty();
        var spec = policy.spec();
        try {
            List<CompiledRule> ingress = null;
            if (spec.policyTypes().isEmpty() || spec.policyTypes().contains(PolicyType.INGRESS)) {
                ingress = new ArrayList<>();
                for (var rule : spec.ingress()) {
                    var reference = new RuleReference(name, "spec.ingress[" + ingress.size() + "]");
                    ingress.add(CompiledRule.of(reference, namespace, rule.from(), rule.ports(), table));
                }
            }
            List<CompiledRule> egress = null;
            if (spec.policyTypes().contains(PolicyType.EGRESS)
                    || (spec.policyTypes().isEmpty() && !spec.egress().isEmpty())) {
                egress = new ArrayList<>();
                for (var rule : spec.egress()) {
                    var reference = new RuleReference(name, "spec.egress[" + egress.size() + "]");
                    egress.add(CompiledRule.of(reference, namespace, rule.to(), rule.ports(), table));
                }
            }
            var pods = table.select(namespace, Selector.of(spec.podSelector()));
            return new CompiledPolicy(name, pods, ingress, egress);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("NetworkPolicy " + name + ": " + bad.getMessage(), bad);
        }
    }

    /** The rules of a direction; null if the policy is not about it. */
    @Nullable
    List<CompiledRule> rules(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }
}
