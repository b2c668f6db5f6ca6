package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.Map;

/**
 * Whether a selector selects an object, requirement by requirement.
 *
 * @param selector the selector asked
 * @param labels the labels of the object
 */
public record SelectorMatch(Selector selector, Map<String, String> labels) implements Explained {
    private static final String CODE = "labels.selector";

    /** The answer. */
    public boolean matches() {
        return selector.matches(labels);
    }

    @Override
    public String explain() {
        if (selector.isNothing()) {
            return "the selector selects nothing";
        }
        if (selector.isEverything()) {
            return "the selector selects everything";
        }
        for (var requirement : selector.requirements()) {
            if (!requirement.matches(labels)) {
                return requirement + " is not met: " + found(requirement);
            }
        }
        return "the labels meet " + selector;
    }

    @Override
    public Finding finding() {
        var root = matches() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        for (var requirement : selector.requirements()) {
            root = root.because(
                    requirement.matches(labels)
                            ? Finding.pass(CODE + ".requirement", requirement.toString(), found(requirement))
                            : Finding.fail(CODE + ".requirement", requirement.toString(), found(requirement)));
        }
        return root;
    }

    private String found(Requirement requirement) {
        var value = labels.get(requirement.key());
        return value == null ? "there is no label " + requirement.key() : requirement.key() + "=" + value;
    }
}
