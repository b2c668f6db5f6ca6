package io.kubelayers.nucleus.cel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an expression, with the place that errors about it name. */
sealed interface Node {
    int offset();

    /** A number, text or another constant. */
    record Literal(int offset, Type type) implements Node {}

    /** A name. */
    record Name(int offset, String name) implements Node {}

    /** A field of something. */
    record Select(int offset, Node operand, String field) implements Node {}

    /** An operator, or a function of something or nothing in particular. */
    record Call(int offset, String function, @Nullable Node target, List<Node> arguments) implements Node {}

    /** A list. */
    record Items(int offset, List<Node> items) implements Node {}

    /** A map: keys and values in turn. */
    record Entries(int offset, List<Node> keysAndValues) implements Node {}

    /** An object of a named type, of which the values are looked at alone. */
    record Made(int offset, List<Node> values) implements Node {}
}
