package io.kubelayers.nucleus.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A word of a command line before variables are put in.
 *
 * @param parts what it is made of
 */
record ShellWord(List<Part> parts) {
    /**
     * A part of a word.
     *
     * @param variable whether the text is the name of a variable
     * @param text characters, or a name
     * @param otherwise what stands for a variable that is empty or not set
     * @param quoted whether it stood in quotes, so that blanks in it part no words
     */
    record Part(boolean variable, String text, String otherwise, boolean quoted) {
        static Part text(String text, boolean quoted) {
            return new Part(false, text, "", quoted);
        }
    }

    ShellWord {
        parts = List.copyOf(parts);
    }

    /** The text, if no variable is in it and nothing of it is quoted; else "". */
    String plain() {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part.variable() || part.quoted()) {
                return "";
            }
            text.append(part.text());
        }
        return text.toString();
    }

    /** As one text, whatever blanks are in it. */
    String text(Function<String, String> variables) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(value(part, variables));
        }
        return text.toString();
    }

    /** The words that become of it: none of an empty variable, several of one with blanks in it. */
    List<String> words(Function<String, String> variables) {
        var words = new ArrayList<String>();
        StringBuilder word = null;
        for (var part : parts) {
            var value = value(part, variables);
            if (!part.variable() || part.quoted()) {
                word = (word == null ? new StringBuilder() : word).append(value);
                continue;
            }
            for (int i = 0; i < value.length(); i++) {
                char one = value.charAt(i);
                if (one != ' ' && one != '\t' && one != '\n') {
                    word = (word == null ? new StringBuilder() : word).append(one);
                } else if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    private static String value(Part part, Function<String, String> variables) {
        if (!part.variable()) {
            return part.text();
        }
        var value = variables.apply(part.text());
        return value.isEmpty() ? part.otherwise() : value;
    }
}
