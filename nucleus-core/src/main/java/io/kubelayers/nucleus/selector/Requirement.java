package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one label, such as {@code tier in (front,back)} ({@code apimachinery/pkg/labels/selector.go}).
 *
 * <p>Matching one or a few values compares texts; from {@value #FEW} values on it asks a hash set. A bound of Gt and
 * Lt is read once, when the requirement is made.
 */
public final class Requirement {
    private static final int FEW = 8;

    private final String key;
    private final Operator operator;
    private final List<String> values;
    private final @Nullable Set<String> manyValues;
    private final OptionalLong bound;

    private Requirement(String key, Operator operator, List<String> values) {
        this.key = key;
        this.operator = operator;
        this.values = List.copyOf(values);
        this.manyValues = values.size() > FEW ? new HashSet<>(values) : null;
        this.bound =
                isComparison(operator) && values.size() == 1 ? DecimalText.parse(values.get(0)) : OptionalLong.empty();
    }

    /** The label has this value. */
    public static Requirement equal(String key, String value) {
        return of(key, Operator.EQUALS, List.of(value));
    }

    /** The label has another value, or is not there. */
    public static Requirement notEqual(String key, String value) {
        return of(key, Operator.NOT_EQUALS, List.of(value));
    }

    /** The label has one of these values. */
    public static Requirement in(String key, String... values) {
        return of(key, Operator.IN, List.of(values));
    }

    /** The label has none of these values, or is not there. */
    public static Requirement notIn(String key, String... values) {
        return of(key, Operator.NOT_IN, List.of(values));
    }

    /** The label is there. */
    public static Requirement exists(String key) {
        return of(key, Operator.EXISTS, List.of());
    }

    /** The label is not there. */
    public static Requirement doesNotExist(String key) {
        return of(key, Operator.DOES_NOT_EXIST, List.of());
    }

    /** The label is an integer above this, which is 0 or more: it must itself be a label value. */
    public static Requirement greaterThan(String key, long bound) {
        return of(key, Operator.GREATER_THAN, List.of(Long.toString(bound)));
    }

    /** The label is an integer below this, which is 0 or more: it must itself be a label value. */
    public static Requirement lessThan(String key, long bound) {
        return of(key, Operator.LESS_THAN, List.of(Long.toString(bound)));
    }

    /**
     * Any requirement.
     *
     * @throws InvalidSelectorException if the key or a value can't be that of a label, or the number of values does
     *     not suit the operator
     */
    public static Requirement of(String key, Operator operator, List<String> values) {
        return of(FieldPath.ROOT, key, operator, values);
    }

    /**
     * Any requirement, with the path at which errors are to be reported.
     *
     * @throws InvalidSelectorException as {@link #of(String, Operator, List)}
     */
    public static Requirement of(FieldPath path, String key, Operator operator, List<String> values) {
        var errors = errors(path, key, operator, values);
        if (!errors.isEmpty()) {
            throw new InvalidSelectorException(errors);
        }
        return new Requirement(key, operator, values);
    }

    /** A requirement of which nothing is checked: what can't be a label just never matches. */
    static Requirement unchecked(String key, Operator operator, List<String> values) {
        return new Requirement(key, operator, values);
    }

    private static List<FieldError> errors(FieldPath path, String key, Operator operator, List<String> values) {
        var errors = new ArrayList<FieldError>();
        invalid(path.child("key"), key, Names.qualifiedName(key), errors);
        var at = path.child("values");
        switch (operator) {
            case IN, NOT_IN -> {
                if (values.isEmpty()) {
                    errors.add(count(at, values, "for 'in', 'notin' operators, values set can't be empty"));
                }
            }
            case EQUALS, DOUBLE_EQUALS, NOT_EQUALS -> {
                if (values.size() != 1) {
                    errors.add(count(at, values, "exact-match compatibility requires one single value"));
                }
            }
            case EXISTS, DOES_NOT_EXIST -> {
                if (!values.isEmpty()) {
                    errors.add(count(at, values, "values set must be empty for exists and does not exist"));
                }
            }
            case GREATER_THAN, LESS_THAN -> {
                if (values.size() != 1) {
                    errors.add(count(at, values, "for 'Gt', 'Lt' operators, exactly one value is required"));
                }
                for (int i = 0; i < values.size(); i++) {
                    if (DecimalText.parse(values.get(i)).isEmpty()) {
                        errors.add(FieldError.invalid(
                                at.index(i), values.get(i), "for 'Gt', 'Lt' operators, the value must be an integer"));
                    }
                }
            }
        }
        for (int i = 0; i < values.size(); i++) {
            invalid(at.index(i).key(key), values.get(i), Names.labelValue(values.get(i)), errors);
        }
        return errors;
    }

    /** No values at all read null: upstream can't tell an empty list from none here. */
    private static FieldError count(FieldPath at, List<String> values, String detail) {
        return FieldError.invalid(at, values.isEmpty() ? null : values, detail);
    }

    static void invalid(FieldPath at, String value, List<String> complaints, List<FieldError> errors) {
        if (!complaints.isEmpty()) {
            errors.add(FieldError.invalid(at, value, String.join("; ", complaints)));
        }
    }

    /** The key of the label. */
    public String key() {
        return key;
    }

    /** How the label is compared. */
    public Operator operator() {
        return operator;
    }

    /** The values, in the order given. */
    public List<String> values() {
        return values;
    }

    /** Whether an object with these labels meets the requirement. */
    public boolean matches(Map<String, String> labels) {
        var value = labels.get(key);
        return switch (operator) {
            case IN, EQUALS, DOUBLE_EQUALS -> value != null && isAmongValues(value);
            case NOT_IN, NOT_EQUALS -> value == null || !isAmongValues(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER_THAN, LESS_THAN -> value != null && isWithinBound(value);
        };
    }

    private boolean isAmongValues(String value) {
        if (manyValues != null) {
            return manyValues.contains(value);
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinBound(String value) {
        if (bound.isEmpty()) {
            return false;
        }
        var number = DecimalText.parse(value);
        return number.isPresent()
                && (operator == Operator.GREATER_THAN
                        ? number.getAsLong() > bound.getAsLong()
                        : number.getAsLong() < bound.getAsLong());
    }

    /** True for a requirement that only one value of the label meets. */
    boolean isExact() {
        return values.size() == 1
                && (operator == Operator.EQUALS || operator == Operator.DOUBLE_EQUALS || operator == Operator.IN);
    }

    private static boolean isComparison(Operator operator) {
        return operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Requirement that
                && key.equals(that.key)
                && operator == that.operator
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return (key.hashCode() * 31 + operator.ordinal()) * 31 + values.hashCode();
    }

    /** The canonical text, values sorted: {@code tier in (back,front)}. */
    @Override
    public String toString() {
        return switch (operator) {
            case IN -> key + " in (" + sortedValues() + ")";
            case NOT_IN -> key + " notin (" + sortedValues() + ")";
            case EQUALS -> key + "=" + sortedValues();
            case DOUBLE_EQUALS -> key + "==" + sortedValues();
            case NOT_EQUALS -> key + "!=" + sortedValues();
            case GREATER_THAN -> key + ">" + sortedValues();
            case LESS_THAN -> key + "<" + sortedValues();
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
        };
    }

    private String sortedValues() {
        var sorted = values.toArray(new String[0]);
        Arrays.sort(sorted);
        return String.join(",", sorted);
    }
}
