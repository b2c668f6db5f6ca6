package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled label selector: an object is selected when its labels meet every {@link Requirement}
 * ({@code apimachinery/pkg/labels}).
 *
 * <p>Compile once and match often: matching makes one lookup in the labels a requirement and allocates nothing.
 */
public final class Selector {
    private static final Selector EVERYTHING = new Selector(List.of(), false);
    private static final Selector NOTHING = new Selector(List.of(), true);

    private final List<Requirement> requirements;
    private final boolean nothing;

    private Selector(List<Requirement> requirements, boolean nothing) {
        this.requirements = requirements;
        this.nothing = nothing;
    }

    /** Selects every object. */
    public static Selector everything() {
        return EVERYTHING;
    }

    /** Selects no object. */
    public static Selector nothing() {
        return NOTHING;
    }

    /**
     * Reads a selector as given to {@code kubectl -l}: {@code app=web,tier in (front,back),!canary}.
     *
     * @throws InvalidSelectorException if the text is not a selector
     */
    public static Selector parse(String text) {
        return parse(FieldPath.ROOT, text);
    }

    /**
     * Reads a selector, with the path at which bad keys and values are to be reported.
     *
     * @throws InvalidSelectorException if the text is not a selector
     */
    public static Selector parse(FieldPath path, String text) {
        return sorted(Parser.parse(path, text));
    }

    /**
     * The selector of a spec. Null selects nothing, an empty one everything.
     *
     * @throws InvalidSelectorException if a key, value or operator is not valid
     */
    public static Selector of(@Nullable LabelSelector selector) {
        return selector == null ? NOTHING : sorted(LabelSelectors.requirements(selector));
    }

    /**
     * Selects the objects that have all these labels, such as the selector of a Service or a ReplicationController.
     * Nothing is checked: an entry that can't be a label matches nothing.
     */
    public static Selector ofLabels(Map<String, String> labels) {
        var requirements = new ArrayList<Requirement>(labels.size());
        for (var label : labels.entrySet()) {
            requirements.add(Requirement.unchecked(label.getKey(), Operator.EQUALS, List.of(label.getValue())));
        }
        return sorted(requirements);
    }

    /** Selects the objects that meet all these requirements. */
    public static Selector allOf(Requirement... requirements) {
        return allOf(List.of(requirements));
    }

    /** Selects the objects that meet all these requirements. */
    public static Selector allOf(List<Requirement> requirements) {
        return sorted(requirements);
    }

    private static Selector sorted(List<Requirement> requirements) {
        if (requirements.isEmpty()) {
            return EVERYTHING;
        }
        var sorted = new ArrayList<>(requirements);
        sorted.sort(Comparator.comparing(Requirement::key));
        return new Selector(List.copyOf(sorted), false);
    }

    /** Selects what this selector does and meets these requirements too. */
    public Selector and(Requirement... more) {
        if (nothing) {
            return this;
        }
        var all = new ArrayList<>(requirements);
        all.addAll(List.of(more));
        return sorted(all);
    }

    /** Whether an object with these labels is selected. */
    public boolean matches(Map<String, String> labels) {
        for (int i = 0; i < requirements.size(); i++) {
            if (!requirements.get(i).matches(labels)) {
                return false;
            }
        }
        return !nothing;
    }

    /** Whether an object with these labels is selected, and by which requirements it is not. */
    public SelectorMatch explain(Map<String, String> labels) {
        return new SelectorMatch(this, labels);
    }

    /** The requirements, sorted by key; none for {@link #everything} and {@link #nothing}. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** True if every object is selected. */
    public boolean isEverything() {
        return !nothing && requirements.isEmpty();
    }

    /** True for {@link #nothing}; contradicting requirements are not noticed. */
    public boolean isNothing() {
        return nothing;
    }

    /** The only value this label can have in a selected object, if the first requirement on it says so. */
    public Optional<String> exactValue(String key) {
        for (var requirement : requirements) {
            if (requirement.key().equals(key)) {
                return requirement.isExact() ? Optional.of(requirement.values().get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selector that && nothing == that.nothing && requirements.equals(that.requirements);
    }

    @Override
    public int hashCode() {
        return requirements.hashCode() * 31 + Boolean.hashCode(nothing);
    }

    /** The canonical text, which reads back as an equal selector; empty for {@link #nothing} too. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        for (var requirement : requirements) {
            out.append(out.isEmpty() ? "" : ",").append(requirement);
        }
        return out.toString();
    }
}
