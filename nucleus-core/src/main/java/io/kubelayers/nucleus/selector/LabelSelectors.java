package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The record {@link LabelSelector} and its other forms: text, map, requirements; and its validation
 * ({@code apimachinery/pkg/apis/meta/v1/helpers.go} and {@code validation}).
 */
public final class LabelSelectors {
    private LabelSelectors() {}

    /** Selects the objects that have all these labels. */
    public static LabelSelector of(Map<String, String> labels) {
        return new LabelSelector(labels, List.of());
    }

    /**
     * Reads the text of a label selector into a record: {@code app=web,tier in (front,back)}.
     *
     * @throws InvalidSelectorException if it is no selector, or has an operator that records don't: {@code != > <}
     */
    public static LabelSelector parse(String text) {
        List<Requirement> requirements;
        try {
            requirements = Selector.parse(text).requirements();
        } catch (InvalidSelectorException invalid) {
            throw new InvalidSelectorException(
                    "couldn't parse the selector string \"" + text + "\": " + invalid.getMessage(), invalid.errors());
        }
        var labels = new TreeMap<String, String>();
        var expressions = new ArrayList<LabelSelectorRequirement>();
        for (var requirement : requirements) {
            switch (requirement.operator()) {
                case EQUALS, DOUBLE_EQUALS -> labels.put(
                        requirement.key(), requirement.values().get(0));
                case IN -> expressions.add(expression(requirement, "In"));
                case NOT_IN -> expressions.add(expression(requirement, "NotIn"));
                case EXISTS -> expressions.add(expression(requirement, "Exists"));
                case DOES_NOT_EXIST -> expressions.add(expression(requirement, "DoesNotExist"));
                case GREATER_THAN, LESS_THAN -> throw new InvalidSelectorException(
                        GoText.quote(requirement.operator().symbol()) + " isn't supported in label selectors");
                case NOT_EQUALS -> throw new InvalidSelectorException(
                        GoText.quote(requirement.operator().symbol()) + " is not a valid label selector operator");
            }
        }
        return new LabelSelector(labels, expressions);
    }

    private static LabelSelectorRequirement expression(Requirement requirement, String operator) {
        return new LabelSelectorRequirement(requirement.key(), operator, requirement.values());
    }

    static List<Requirement> requirements(LabelSelector selector) {
        var requirements = new ArrayList<Requirement>();
        for (var label : selector.matchLabels().entrySet()) {
            requirements.add(Requirement.of(label.getKey(), Operator.EQUALS, List.of(label.getValue())));
        }
        for (var expression : selector.matchExpressions()) {
            requirements.add(Requirement.of(expression.key(), operator(expression), expression.values()));
        }
        return requirements;
    }

    private static Operator operator(LabelSelectorRequirement expression) {
        return switch (expression.operator()) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default -> throw new InvalidSelectorException(
                    GoText.quote(expression.operator()) + " is not a valid label selector operator");
        };
    }

    /**
     * The selector as a map of labels, as the {@code status.selector} of old kinds has it.
     *
     * @throws InvalidSelectorException if an expression is anything but In with a single value
     */
    public static Map<String, String> asMap(@Nullable LabelSelector selector) {
        var map = new TreeMap<String, String>();
        if (selector == null) {
            return map;
        }
        map.putAll(selector.matchLabels());
        for (var expression : selector.matchExpressions()) {
            var operator = GoText.quote(expression.operator());
            switch (expression.operator()) {
                case "In" -> {
                    if (expression.values().size() != 1) {
                        throw new InvalidSelectorException("operator " + operator
                                + " without a single value cannot be converted into the old label selector format");
                    }
                    map.put(expression.key(), expression.values().get(0));
                }
                case "NotIn", "Exists", "DoesNotExist" -> throw new InvalidSelectorException(
                        "operator " + operator + " cannot be converted into the old label selector format");
                default -> throw new InvalidSelectorException(operator + " is not a valid selector operator");
            }
        }
        return map;
    }

    /** The selector as a table shows it: its canonical text, {@code <none>} or {@code <error>}. */
    public static String format(@Nullable LabelSelector selector) {
        try {
            var text = Selector.of(selector).toString();
            return text.isEmpty() ? "<none>" : text;
        } catch (InvalidSelectorException invalid) {
            return "<error>";
        }
    }

    /** What is wrong with a selector; values are checked as strictly as in newly made objects. */
    public static List<FieldError> validate(FieldPath path, @Nullable LabelSelector selector) {
        return validate(path, selector, false);
    }

    /**
     * What is wrong with a selector.
     *
     * @param anyValues let values pass that can't be those of labels, as updates of objects that have such already do
     */
    public static List<FieldError> validate(FieldPath path, @Nullable LabelSelector selector, boolean anyValues) {
        if (selector == null) {
            return List.of();
        }
        var errors = new ArrayList<FieldError>();
        errors.addAll(MetaRules.labels(path.child("matchLabels"), selector.matchLabels()));
        var expressions = selector.matchExpressions();
        for (int i = 0; i < expressions.size(); i++) {
            var at = path.child("matchExpressions").index(i);
            errors.addAll(expression(at, expressions.get(i), anyValues, false));
        }
        return errors;
    }

    /** What is wrong with a requirement that may have an operator of a newer version, as reviews of access let pass. */
    public static List<FieldError> validateOfAnyVersion(FieldPath path, LabelSelectorRequirement requirement) {
        return expression(path, requirement, false, true);
    }

    private static List<FieldError> expression(
            FieldPath path, LabelSelectorRequirement expression, boolean anyValues, boolean anyOperator) {
        var errors = new ArrayList<FieldError>();
        var values = expression.values();
        var at = path.child("values");
        switch (expression.operator()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    errors.add(FieldError.required(at, "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    errors.add(FieldError.forbidden(
                            at, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                }
            }
            default -> {
                if (!anyOperator) {
                    errors.add(FieldError.invalid(
                            path.child("operator"), expression.operator(), "not a valid selector operator"));
                }
            }
        }
        errors.addAll(MetaRules.labelKey(path.child("key"), expression.key()));
        for (int i = 0; i < values.size() && !anyValues; i++) {
            for (var complaint : Names.labelValue(values.get(i))) {
                errors.add(FieldError.invalid(at.index(i), values.get(i), complaint));
            }
        }
        return errors;
    }
}
