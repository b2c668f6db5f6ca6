package io.kubelayers.nucleus.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A compiled field selector: an object is selected when its fields have, or don't have, the values named
 * ({@code apimachinery/pkg/fields}): {@code metadata.namespace!=default,status.phase=Running}.
 *
 * <p>Which fields a kind offers is for the caller to know; a field that an object lacks reads as the empty text.
 */
public final class FieldSelector {
    private static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    private final List<Requirement> requirements;

    private FieldSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /**
     * One comparison of a field.
     *
     * @param field path of the field, such as {@code spec.nodeName}
     * @param equal whether the field must have the value, or must not
     * @param value the value, without escapes
     */
    public record Requirement(String field, boolean equal, String value) {
        /** {@link Operator#EQUALS} or {@link Operator#NOT_EQUALS}. */
        public Operator operator() {
            return equal ? Operator.EQUALS : Operator.NOT_EQUALS;
        }

        /** The text of the requirement, its value escaped. */
        @Override
        public String toString() {
            return field + operator().symbol() + FieldSelectorText.escape(value);
        }
    }

    /** Selects every object. */
    public static FieldSelector everything() {
        return EVERYTHING;
    }

    /**
     * Reads a selector as given to {@code kubectl --field-selector}. In values a backslash must stand before
     * {@code \ , =}.
     *
     * @throws InvalidSelectorException if the text is not a field selector
     */
    public static FieldSelector parse(String text) {
        return text.isEmpty() ? EVERYTHING : new FieldSelector(FieldSelectorText.parse(text));
    }

    /** Selects the objects of which a field has this value. */
    public static FieldSelector equal(String field, String value) {
        return new FieldSelector(List.of(new Requirement(field, true, value)));
    }

    /** Selects the objects of which a field does not have this value. */
    public static FieldSelector notEqual(String field, String value) {
        return new FieldSelector(List.of(new Requirement(field, false, value)));
    }

    /** Selects the objects that have all these values, in the order of the field names. */
    public static FieldSelector ofFields(Map<String, String> fields) {
        var requirements = new ArrayList<Requirement>();
        new TreeMap<>(fields).forEach((field, value) -> requirements.add(new Requirement(field, true, value)));
        return new FieldSelector(requirements);
    }

    /** Selects what both selectors do. */
    public FieldSelector and(FieldSelector other) {
        var all = new ArrayList<>(requirements);
        all.addAll(other.requirements);
        return new FieldSelector(all);
    }

    /** Whether the object is selected whose fields this function reads; unknown fields read empty. */
    public boolean matches(Function<String, String> fields) {
        for (int i = 0; i < requirements.size(); i++) {
            var requirement = requirements.get(i);
            if (fields.apply(requirement.field()).equals(requirement.value()) != requirement.equal()) {
                return false;
            }
        }
        return true;
    }

    /** Whether an object with these fields is selected. */
    public boolean matches(Map<String, String> fields) {
        return matches(field -> fields.getOrDefault(field, ""));
    }

    /** The requirements, in the order of their text. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** True if every object is selected. */
    public boolean isEverything() {
        return requirements.isEmpty();
    }

    /** The value that this field must have, if any does; the first of several. */
    public Optional<String> exactValue(String field) {
        for (var requirement : requirements) {
            if (requirement.equal() && requirement.field().equals(field)) {
                return Optional.of(requirement.value());
            }
        }
        return Optional.empty();
    }

    /** The same selector with every field renamed, for kinds whose field labels differ from version to version. */
    public FieldSelector renamed(UnaryOperator<String> rename) {
        var renamed = new ArrayList<Requirement>(requirements.size());
        for (var requirement : requirements) {
            renamed.add(new Requirement(rename.apply(requirement.field()), requirement.equal(), requirement.value()));
        }
        return new FieldSelector(renamed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSelector that && requirements.equals(that.requirements);
    }

    @Override
    public int hashCode() {
        return requirements.hashCode();
    }

    /** The text, which reads back as an equal selector. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        for (var requirement : requirements) {
            out.append(out.isEmpty() ? "" : ",").append(requirement);
        }
        return out.toString();
    }
}
