package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules about other pods may name keys of labels whose values are those of the pod itself; when it is made, the values go
 * into the selectors (pod strategy, {@code mutatePodAffinity}, {@code mutateTopologySpreadConstraints}).
 */
final class OwnLabels {
    private OwnLabels() {}

    static Pod merged(Pod pod) {
        var spec = pod.spec();
        if (spec.affinity() == null && spec.topologySpreadConstraints().isEmpty()) {
            return pod;
        }
        var labels = pod.metadata().labels();
        return pod.withSpec(spec.withAffinity(affinity(spec.affinity(), labels))
                .withTopologySpreadConstraints(constraints(spec.topologySpreadConstraints(), labels)));
    }

    private static @Nullable Affinity affinity(@Nullable Affinity affinity, Map<String, String> labels) {
        if (affinity == null) {
            return null;
        }
        var near = affinity.podAffinity();
        var far = affinity.podAntiAffinity();
        return affinity.withPodAffinity(
                        near == null
                                ? null
                                : near.withRequiredDuringSchedulingIgnoredDuringExecution(
                                                terms(near.requiredDuringSchedulingIgnoredDuringExecution(), labels))
                                        .withPreferredDuringSchedulingIgnoredDuringExecution(weighted(
                                                near.preferredDuringSchedulingIgnoredDuringExecution(), labels)))
                .withPodAntiAffinity(
                        far == null
                                ? null
                                : far.withRequiredDuringSchedulingIgnoredDuringExecution(
                                                terms(far.requiredDuringSchedulingIgnoredDuringExecution(), labels))
                                        .withPreferredDuringSchedulingIgnoredDuringExecution(weighted(
                                                far.preferredDuringSchedulingIgnoredDuringExecution(), labels)));
    }

    private static List<PodAffinityTerm> terms(List<PodAffinityTerm> terms, Map<String, String> labels) {
        var result = new ArrayList<PodAffinityTerm>(terms.size());
        for (var term : terms) {
            result.add(term(term, labels));
        }
        return result;
    }

    private static List<WeightedPodAffinityTerm> weighted(
            List<WeightedPodAffinityTerm> terms, Map<String, String> labels) {
        var result = new ArrayList<WeightedPodAffinityTerm>(terms.size());
        for (var term : terms) {
            result.add(term.withPodAffinityTerm(term(term.podAffinityTerm(), labels)));
        }
        return result;
    }

    private static PodAffinityTerm term(PodAffinityTerm term, Map<String, String> labels) {
        var selector = term.labelSelector();
        if (selector == null
                || term.matchLabelKeys().isEmpty() && term.mismatchLabelKeys().isEmpty()) {
            return term;
        }
        return term.withLabelSelector(
                with(with(selector, "In", term.matchLabelKeys(), labels), "NotIn", term.mismatchLabelKeys(), labels));
    }

    private static List<TopologySpreadConstraint> constraints(
            List<TopologySpreadConstraint> constraints, Map<String, String> labels) {
        var result = new ArrayList<TopologySpreadConstraint>(constraints.size());
        for (var constraint : constraints) {
            var selector = constraint.labelSelector();
            result.add(
                    selector == null || constraint.matchLabelKeys().isEmpty()
                            ? constraint
                            : constraint.withLabelSelector(with(selector, "In", constraint.matchLabelKeys(), labels)));
        }
        return result;
    }

    private static LabelSelector with(
            LabelSelector selector, String operator, List<String> keys, Map<String, String> labels) {
        var expressions = new ArrayList<>(selector.matchExpressions());
        for (var key : keys) {
            var value = labels.get(key);
            if (value != null) {
                expressions.add(new LabelSelectorRequirement(key, operator, List.of(value)));
            }
        }
        return selector.withMatchExpressions(expressions);
    }
}
