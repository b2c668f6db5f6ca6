package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with choices of the company of a pod ({@code validatePodAffinityTerm}). */
final class PodAffinityChecks {
    private PodAffinityChecks() {}

    static void check(
            FieldPath path,
            List<PodAffinityTerm> required,
            List<WeightedPodAffinityTerm> preferred,
            List<FieldError> errors) {
        for (int i = 0; i < required.size(); i++) {
            var at =
                    path.child("requiredDuringSchedulingIgnoredDuringExecution").index(i);
            term(at, required.get(i), errors);
        }
        for (int i = 0; i < preferred.size(); i++) {
            var at = path.child("preferredDuringSchedulingIgnoredDuringExecution")
                    .index(i);
            NodeSelectorRules.weight(at.child("weight"), preferred.get(i).weight(), errors);
            term(at.child("podAffinityTerm"), preferred.get(i).podAffinityTerm(), errors);
        }
    }

    private static void term(FieldPath at, PodAffinityTerm term, List<FieldError> errors) {
        errors.addAll(LabelSelectors.validate(at.child("labelSelector"), term.labelSelector()));
        errors.addAll(LabelSelectors.validate(at.child("namespaceSelector"), term.namespaceSelector()));
        for (var namespace : term.namespaces()) {
            MetaRules.invalid(at.child("namespace"), namespace, Names.dnsLabel(namespace), errors);
        }
        labelKeys(at, term.matchLabelKeys(), term.mismatchLabelKeys(), term.labelSelector(), errors);
        var key = term.topologyKey();
        if (key.isEmpty()) {
            errors.add(FieldError.required(at.child("topologyKey"), "can not be empty"));
        }
        MetaRules.invalid(at.child("topologyKey"), key, Names.qualifiedName(key), errors);
    }

    /** Keys of labels whose values are those of the pod itself ({@code ValidateMatchLabelKeysAndMismatchLabelKeys}). */
    static void labelKeys(
            FieldPath at,
            List<String> match,
            List<String> mismatch,
            @Nullable LabelSelector selector,
            List<FieldError> errors) {
        keys(at.child("matchLabelKeys"), match, selector, errors);
        keys(at.child("mismatchLabelKeys"), mismatch, selector, errors);
        if (selector != null && !match.isEmpty()) {
            var selected = new HashSet<>(selector.matchLabels().keySet());
            for (var expression : selector.matchExpressions()) {
                int position = match.lastIndexOf(expression.key());
                if (position >= 0 && selected.contains(expression.key())) {
                    errors.add(FieldError.invalid(
                            at.index(position), expression.key(), "exists in both matchLabelKeys and labelSelector"));
                }
                selected.add(expression.key());
            }
        }
        for (int i = 0; i < match.size(); i++) {
            if (mismatch.contains(match.get(i))) {
                errors.add(FieldError.invalid(
                        at.child("matchLabelKeys").index(i),
                        match.get(i),
                        "exists in both matchLabelKeys and mismatchLabelKeys"));
            }
        }
    }

    private static void keys(
            FieldPath path, List<String> keys, @Nullable LabelSelector selector, List<FieldError> errors) {
        if (!keys.isEmpty() && selector == null) {
            errors.add(FieldError.forbidden(path, "must not be specified when labelSelector is not set"));
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            MetaRules.invalid(path.index(i), keys.get(i), Names.qualifiedName(keys.get(i)), errors);
        }
    }
}
