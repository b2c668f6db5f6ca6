package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.PodDisruptionBudget.UnhealthyPodEvictionPolicyType;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.ConditionChecks;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of disruption budgets (upstream {@code apis/policy/validation}). */
public final class PodDisruptionBudgetRules implements KindRules<PodDisruptionBudget> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final String EMPTY_SELECTOR = "pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match";
    private static final LabelSelector NONE = new LabelSelector(
            Map.of(),
            List.of(new LabelSelectorRequirement(
                    EMPTY_SELECTOR, LabelSelectorRequirement.LabelSelectorOperator.EXISTS, List.of())));
    private static final List<String> POLICIES =
            List.of(UnhealthyPodEvictionPolicyType.ALWAYS_ALLOW, UnhealthyPodEvictionPolicyType.IF_HEALTHY_BUDGET);

    @Override
    public Class<PodDisruptionBudget> type() {
        return PodDisruptionBudget.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** The label by which v1beta1 matched nothing stands alone, or not at all ({@code policy/v1/conversion.go}). */
    @Override
    public PodDisruptionBudget defaulted(PodDisruptionBudget budget) {
        var selector = budget.spec().selector();
        if (selector == null || selector.equals(NONE)) {
            return budget;
        }
        var expressions = selector.matchExpressions().stream()
                .filter(expression -> !expression.key().equals(EMPTY_SELECTOR))
                .toList();
        return expressions.size() == selector.matchExpressions().size()
                ? budget
                : budget.withSpec(budget.spec().withSelector(selector.withMatchExpressions(expressions)));
    }

    @Override
    public PodDisruptionBudget prepareForCreate(PodDisruptionBudget budget) {
        return budget.withStatus(PodDisruptionBudget.Status.EMPTY);
    }

    @Override
    public List<FieldError> validate(PodDisruptionBudget budget) {
        return validate(budget, false);
    }

    /** A selector that was stored before values were checked may stay. */
    @Override
    public List<FieldError> validateUpdate(PodDisruptionBudget budget, PodDisruptionBudget old) {
        var selectorPath = SPEC.child("selector");
        var wasWrong =
                !LabelSelectors.validate(selectorPath, old.spec().selector()).isEmpty();
        return validate(budget, wasWrong);
    }

    @Override
    public List<FieldError> validateStatusUpdate(PodDisruptionBudget budget, PodDisruptionBudget old) {
        var path = FieldPath.of("status");
        var status = budget.status();
        var errors = new FieldErrors();
        ConditionChecks.check(path.child("conditions"), status.conditions(), errors);
        errors.nonNegative(path.child("disruptionsAllowed"), status.disruptionsAllowed());
        errors.nonNegative(path.child("currentHealthy"), status.currentHealthy());
        errors.nonNegative(path.child("desiredHealthy"), status.desiredHealthy());
        errors.nonNegative(path.child("expectedPods"), status.expectedPods());
        return errors.list();
    }

    /** An update must name the version it changes. */
    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    private static List<FieldError> validate(PodDisruptionBudget budget, boolean anySelectorValues) {
        var spec = budget.spec();
        var errors = new ArrayList<FieldError>();
        if (spec.minAvailable() != null && spec.maxUnavailable() != null) {
            errors.add(FieldError.invalid(
                    SPEC, ShownValue.of(spec), "minAvailable and maxUnavailable cannot be both set"));
        }
        amount(SPEC.child("minAvailable"), spec.minAvailable(), errors);
        amount(SPEC.child("maxUnavailable"), spec.maxUnavailable(), errors);
        errors.addAll(LabelSelectors.validate(SPEC.child("selector"), spec.selector(), anySelectorValues));
        var policy = spec.unhealthyPodEvictionPolicy();
        if (policy != null && !POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(SPEC.child("unhealthyPodEvictionPolicy"), policy, POLICIES));
        }
        return errors;
    }

    private static void amount(FieldPath path, @Nullable IntOrString amount, List<FieldError> errors) {
        if (amount == null) {
            return;
        }
        if (amount.isInt()) {
            if (amount.intValue() < 0) {
                errors.add(FieldError.invalid(path, plain(amount), "must be greater than or equal to 0"));
            }
            return;
        }
        var complaints = Names.percent(amount.toString());
        for (var complaint : complaints) {
            errors.add(FieldError.invalid(path, plain(amount), complaint));
        }
        if (complaints.isEmpty() && amount.scaled(100, false) > 100) {
            errors.add(FieldError.invalid(path, plain(amount), "must not be greater than 100%"));
        }
    }

    private static Object plain(IntOrString amount) {
        return amount.isInt() ? (Object) (long) amount.intValue() : amount.toString();
    }
}
