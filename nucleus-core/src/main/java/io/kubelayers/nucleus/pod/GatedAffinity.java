package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The node affinity of a pod that is held back by gates may become narrower ({@code validateNodeAffinityMutation}). */
final class GatedAffinity {
    private GatedAffinity() {}

    /** Adds what is wrong with the new node affinity, and gives the spec with the old one. */
    static PodSpec put(FieldPath path, PodSpec now, PodSpec before, List<FieldError> errors) {
        var wanted = nodeAffinity(now);
        var known = nodeAffinity(before);
        if (Objects.equals(wanted, known)) {
            return now;
        }
        check(path.child("nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"), wanted, known, errors);
        var affinity = now.affinity();
        if (affinity == null) {
            return now.withAffinity(new Affinity(known, null, null));
        }
        if (before.affinity() == null && affinity.podAffinity() == null && affinity.podAntiAffinity() == null) {
            return now.withAffinity(null);
        }
        return now.withAffinity(affinity.withNodeAffinity(known));
    }

    private static @Nullable NodeAffinity nodeAffinity(PodSpec spec) {
        return spec.affinity() == null ? null : spec.affinity().nodeAffinity();
    }

    private static void check(
            FieldPath path, @Nullable NodeAffinity wanted, @Nullable NodeAffinity known, List<FieldError> errors) {
        var before = terms(known);
        if (before.isEmpty()) {
            return;
        }
        var now = terms(wanted);
        var at = path.child("nodeSelectorTerms");
        if (before.size() != now.size()) {
            errors.add(FieldError.invalid(
                    at, ShownValue.of(now), "no additions/deletions to non-empty NodeSelectorTerms list are allowed"));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!addsOnly(now.get(i), before.get(i))) {
                errors.add(FieldError.invalid(
                        at.index(i),
                        ShownValue.of(now.get(i)),
                        "only additions are allowed (no mutations or deletions)"));
            }
        }
    }

    private static List<NodeSelectorTerm> terms(@Nullable NodeAffinity affinity) {
        var required = affinity == null ? null : affinity.requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }

    /** An empty term matches nothing, so nothing can be added to it. */
    private static boolean addsOnly(NodeSelectorTerm now, NodeSelectorTerm before) {
        if (before.matchExpressions().isEmpty() && before.matchFields().isEmpty()) {
            return now.matchExpressions().isEmpty() && now.matchFields().isEmpty();
        }
        return startsWith(now.matchExpressions(), before.matchExpressions())
                && startsWith(now.matchFields(), before.matchFields());
    }

    private static boolean startsWith(List<?> list, List<?> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }
}
