package io.kubelayers.nucleus.cel;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables that expressions may name.
 *
 * @param variables their types by name
 */
public record Environment(Map<String, Type> variables) {
    private static final Environment EMPTY = new Environment(Map.of());

    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment empty() {
        return EMPTY;
    }

    /** With one variable more, or another type for it. */
    public Environment with(String name, Type type) {
        var more = new TreeMap<>(variables);
        more.put(name, type);
        return new Environment(more);
    }

    @Nullable
    Type type(String name) {
        return variables.get(name);
    }
}
