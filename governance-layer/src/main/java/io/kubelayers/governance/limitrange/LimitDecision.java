package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Is an object within the bounds of the limit ranges of its namespace?
 *
 * @param resource plural of what was checked
 * @param name name of the object
 * @param limitRange the first LimitRange that is broken; empty if none is
 * @param checks all bounds of that LimitRange
 */
public record LimitDecision(String resource, String name, String limitRange, List<BoundCheck> checks)
        implements Explained {
    public LimitDecision {
        checks = List.copyOf(checks);
    }

    static LimitDecision withinBounds(String resource, String name) {
        return new LimitDecision(resource, name, "", List.of());
    }

    public boolean allowed() {
        for (var check : checks) {
            if (!check.met()) {
                return false;
            }
        }
        return true;
    }

    /** Every violation, in the order of the bounds, with repetitions. */
    public List<String> violations() {
        return checks.stream()
                .filter(check -> !check.met())
                .map(BoundCheck::violation)
                .toList();
    }

    /** The violations as one text, each once: one as it is, more as {@code [a, b]}. Empty if allowed. */
    public String message() {
        var distinct = violations().stream().distinct().toList();
        return distinct.size() > 1 ? "[" + String.join(", ", distinct) + "]" : String.join("", distinct);
    }

    /** {@code pods "web" is forbidden: maximum cpu usage per Pod is 2, but limit is 3}. */
    @Override
    public String explain() {
        var object = resource + " \"" + name + "\"";
        return allowed() ? object + " is within the limits" : object + " is forbidden: " + message();
    }

    @Override
    public Finding finding() {
        var root = allowed()
                ? Finding.pass("limitrange.check", name, explain())
                : Finding.fail("limitrange.check", name, explain()).input("limitRange", limitRange);
        return root.because(checks.stream().map(BoundCheck::finding).toList());
    }
}
