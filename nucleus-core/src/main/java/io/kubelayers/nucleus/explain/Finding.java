package io.kubelayers.nucleus.explain;

import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason within an explanation.
 *
 * @param mark whether this speaks for the answer asked for, against it, or only informs
 * @param code stable name of the rule, such as {@code NodeResourcesFit} or {@code rbac.rule}
 * @param subject what the rule was applied to, such as {@code node/n1}; may be empty
 * @param message one sentence for people, upstream's words where there are any
 * @param inputs the values it was computed from, in the order they matter
 * @param children the reasons below this one
 */
public record Finding(
        Mark mark, String code, String subject, String message, Map<String, String> inputs, List<Finding> children) {

    /** What a finding says about the answer. */
    public enum Mark {
        /** The rule was met. */
        PASS,
        /** The rule was not met. */
        FAIL,
        /** Something to know that decides nothing. */
        NOTE
    }

    public Finding {
        inputs = inputs.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        children = Absent.list(children);
    }

    public static Finding pass(String code, String subject, String message) {
        return new Finding(Mark.PASS, code, subject, message, Map.of(), List.of());
    }

    public static Finding fail(String code, String subject, String message) {
        return new Finding(Mark.FAIL, code, subject, message, Map.of(), List.of());
    }

    public static Finding note(String code, String subject, String message) {
        return new Finding(Mark.NOTE, code, subject, message, Map.of(), List.of());
    }

    /** The same finding with one more input; one that was not there reads {@code none}. */
    public Finding input(String name, @Nullable Object value) {
        var more = new LinkedHashMap<>(inputs);
        more.put(name, value == null ? "none" : value.toString());
        return new Finding(mark, code, subject, message, more, children);
    }

    /** The same finding with one more child. */
    public Finding because(Finding child) {
        var more = new ArrayList<>(children);
        more.add(child);
        return new Finding(mark, code, subject, message, inputs, more);
    }

    /** The same finding with these children added. */
    public Finding because(List<Finding> more) {
        var all = new ArrayList<>(children);
        all.addAll(more);
        return new Finding(mark, code, subject, message, inputs, all);
    }
}
