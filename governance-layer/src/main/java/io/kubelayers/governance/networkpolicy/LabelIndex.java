package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.selector.Requirement;
import io.kubelayers.nucleus.selector.Selector;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled things by number: for each label and each value of it, the set of those that have it. A selector is then a
 * few operations on sets instead of a match against each thing.
 */
final class LabelIndex {
    private static final BitSet EMPTY = new BitSet();

    private final int size;
    private final Map<String, BitSet> withKey = new HashMap<>();
    private final Map<String, Map<String, BitSet>> withValue = new HashMap<>();
    private final Map<Selector, BitSet> known = new HashMap<>();

    LabelIndex(List<Map<String, String>> labels) {
        this.size = labels.size();
        for (int i = 0; i < size; i++) {
            for (var label : labels.get(i).entrySet()) {
                withKey.computeIfAbsent(label.getKey(), key -> new BitSet()).set(i);
                withValue
                        .computeIfAbsent(label.getKey(), key -> new HashMap<>())
                        .computeIfAbsent(label.getValue(), value -> new BitSet())
                        .set(i);
            }
        }
    }

    /** Those that a selector selects; not to be changed. */
    BitSet select(Selector selector) {
        return known.computeIfAbsent(selector, this::match);
    }

    private BitSet match(Selector selector) {
        var selected = new BitSet(size);
        if (selector.isNothing()) {
            return selected;
        }
        selected.set(0, size);
        for (var requirement : selector.requirements()) {
            switch (requirement.operator()) {
                case EQUALS, DOUBLE_EQUALS, IN -> selected.and(withAny(requirement));
                case NOT_EQUALS, NOT_IN -> selected.andNot(withAny(requirement));
                case EXISTS -> selected.and(withKey.getOrDefault(requirement.key(), EMPTY));
                case DOES_NOT_EXIST -> selected.andNot(withKey.getOrDefault(requirement.key(), EMPTY));
                default -> throw new IllegalArgumentException(
                        requirement + " cannot stand in the selector of a network policy");
            }
        }
        return selected;
    }

    private BitSet withAny(Requirement requirement) {
        var values = withValue.getOrDefault(requirement.key(), Map.of());
        var any = new BitSet(size);
        for (var value : requirement.values()) {
            any.or(values.getOrDefault(value, EMPTY));
        }
        return any;
    }
}
