package io.kubelayers.nucleus.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word of a command line before anything is put in.
 *
 * @param parts what it is made of
 */
record ShellWord(List<Part> parts) {
    static final ShellWord EMPTY = new ShellWord(List.of());

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=");

    /** A part of a word; what stands in quotes is neither split nor a pattern. */
    sealed interface Part {
        boolean quoted();
    }

    /** Characters. */
    record Text(String text, boolean quoted) implements Part {}

    /**
     * A variable.
     *
     * @param name its name, or that of a special one
     * @param operator what is done with it, such as {@code :-}; "" for nothing
     * @param argument what the operator works with
     */
    record Variable(String name, String operator, ShellWord argument, boolean quoted) implements Part {}

    /** What a command writes. */
    record Substitution(ShellNode body, boolean quoted) implements Part {}

    /** A number that is reckoned. */
    record Arithmetic(ShellWord expression, boolean quoted) implements Part {}

    ShellWord {
        parts = List.copyOf(parts);
    }

    static ShellWord text(String text) {
        return new ShellWord(List.of(new Text(text, true)));
    }

    /** The text, if nothing of it is quoted or put in; else "". */
    String plain() {
        var text = new StringBuilder();
        for (var part : parts) {
            if (!(part instanceof Text characters) || characters.quoted()) {
                return "";
            }
            text.append(characters.text());
        }
        return text.toString();
    }

    /** The name that it gives a value, null if it does not. */
    @Nullable
    String assigned() {
        if (parts.isEmpty() || !(parts.get(0) instanceof Text first) || first.quoted()) {
            return null;
        }
        var found = ASSIGNMENT.matcher(first.text());
        return found.lookingAt() ? first.text().substring(0, found.end() - 1) : null;
    }

    /** What is behind the name that it gives a value. */
    ShellWord value(String name) {
        var rest = new ArrayList<>(parts);
        var first = (Text) rest.get(0);
        rest.set(0, new Text(first.text().substring(name.length() + 1), false));
        return new ShellWord(rest);
    }
}
