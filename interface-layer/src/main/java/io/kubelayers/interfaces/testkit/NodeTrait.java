package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.core.Node;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something a node has. Made by {@link KubelayersAssertions#zone} and {@link KubelayersAssertions#label}.
 *
 * @param text what is wanted: {@code zone "a"}
 * @param test whether a node has it
 * @param found what a node has instead: {@code zone "b"}
 */
public record NodeTrait(String text, Predicate<Node> test, Function<Node, String> found) {
    static NodeTrait label(String shown, String key, String value) {
        return new NodeTrait(
                shown + " \"" + value + "\"",
                node -> value.equals(node.metadata().labels().get(key)),
                node -> node.metadata().labels().containsKey(key)
                        ? shown + " \"" + node.metadata().labels().get(key) + "\""
                        : "no " + shown);
    }
}
