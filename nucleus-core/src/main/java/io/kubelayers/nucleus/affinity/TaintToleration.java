package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which taints which tolerations tolerate ({@code api/core/v1/toleration.go}, {@code
 * component-helpers/scheduling/corev1/helpers.go}).
 *
 * <p>An empty key tolerates every key, an empty effect every effect; the operator is Equal unless it says Exists.
 */
public final class TaintToleration {
    private static final TaintToleration STANDARD = new TaintToleration(false);
    private static final TaintToleration COMPARING = new TaintToleration(true);

    private final boolean comparing;

    private TaintToleration(boolean comparing) {
        this.comparing = comparing;
    }

    /** With the operators Exists and Equal; a toleration with another operator tolerates nothing. */
    public static TaintToleration standard() {
        return STANDARD;
    }

    /** With Lt and Gt besides: the gate TaintTolerationComparisonOperators, alpha and off in 1.35. */
    public static TaintToleration withComparisonOperators() {
        return COMPARING;
    }

    /** Whether this toleration tolerates the taint. */
    public boolean tolerates(Toleration toleration, Taint taint) {
        if (toleration.effect() != null && !toleration.effect().equals(taint.effect())) {
            return false;
        }
        if (toleration.key() != null && !toleration.key().equals(taint.key())) {
            return false;
        }
        var operator = toleration.operator();
        if (operator == null || operator.equals(Toleration.Operator.EQUAL)) {
            return Objects.equals(toleration.value(), taint.value());
        }
        return switch (operator) {
            case Toleration.Operator.EXISTS -> true;
            case Toleration.Operator.LT -> comparing
                    && compare(taint, toleration).orElse(0) < 0;
            case Toleration.Operator.GT -> comparing
                    && compare(taint, toleration).orElse(0) > 0;
            default -> false;
        };
    }

    /** The order of the taint's value and the toleration's, if both are integers. */
    private static Optional<Integer> compare(Taint taint, Toleration toleration) {
        var found = CanonicalInteger.parse(taint.value());
        var bound = CanonicalInteger.parse(toleration.value());
        return found.isPresent() && bound.isPresent()
                ? Optional.of(Long.compare(found.getAsLong(), bound.getAsLong()))
                : Optional.empty();
    }

    /** Whether any of the tolerations tolerates the taint. */
    public boolean tolerates(List<Toleration> tolerations, Taint taint) {
        for (int i = 0; i < tolerations.size(); i++) {
            if (tolerates(tolerations.get(i), taint)) {
                return true;
            }
        }
        return false;
    }

    /** The first of the taints in question that no toleration tolerates. */
    public Optional<Taint> firstUntolerated(
            List<Taint> taints, List<Toleration> tolerations, Predicate<Taint> inQuestion) {
        for (int i = 0; i < taints.size(); i++) {
            var taint = taints.get(i);
            if (inQuestion.test(taint) && !tolerates(tolerations, taint)) {
                return Optional.of(taint);
            }
        }
        return Optional.empty();
    }

    /**
     * For each taint the first toleration that tolerates it; nothing if some taint is not tolerated at all. How long
     * a pod may stay on a node is the shortest {@code tolerationSeconds} among them.
     */
    public Optional<List<Toleration>> matching(List<Taint> taints, List<Toleration> tolerations) {
        var matching = new ArrayList<Toleration>(taints.size());
        for (var taint : taints) {
            var first = tolerations.stream()
                    .filter(toleration -> tolerates(toleration, taint))
                    .findFirst();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            matching.add(first.get());
        }
        return Optional.of(List.copyOf(matching));
    }

    /** Whether a pod with these tolerations may be put on a node with these taints, with the reasons. */
    public TaintDecision explain(List<Taint> taints, List<Toleration> tolerations) {
        return new TaintDecision(taints, tolerations, this);
    }
}
