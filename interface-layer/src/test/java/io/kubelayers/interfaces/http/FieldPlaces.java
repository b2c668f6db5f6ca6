package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values that a path of the fact tables leads to, such as {@code spec.ports[*].protocol}. */
final class FieldPlaces {
    private static final Pattern STEP = Pattern.compile("\\[([^]]*)]|([^.\\[]+)");

    private FieldPlaces() {}

    /** All values at a path; null for each that is not there. {@code [*]} and {@code *} are each item. */
    static List<@Nullable Object> in(@Nullable Object tree, String path) {
        List<@Nullable Object> found = new ArrayList<>();
        found.add(tree);
        var steps = STEP.matcher(path);
        while (steps.find()) {
            var step = steps.group(1) == null ? steps.group(2) : steps.group(1);
            List<@Nullable Object> next = new ArrayList<>();
            for (var value : found) {
                step(value, step, next);
            }
            found = next;
        }
        return found;
    }

    private static void step(@Nullable Object value, String step, List<@Nullable Object> found) {
        if (value instanceof List<?> list) {
            if (step.equals("*")) {
                found.addAll(list);
            } else {
                int index = Integer.parseInt(step);
                found.add(index < list.size() ? list.get(index) : null);
            }
        } else if (value instanceof Map<?, ?> map && step.equals("*")) {
            found.addAll(map.values());
        } else {
            found.add(value instanceof Map<?, ?> map ? map.get(step) : null);
        }
    }
}
