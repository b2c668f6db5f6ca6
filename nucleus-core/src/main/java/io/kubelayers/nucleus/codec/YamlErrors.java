package io.kubelayers.nucleus.codec;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The complaints of the YAML library, with their places. */
final class YamlErrors {
    private YamlErrors() {}

    static SyntaxException syntax(YAMLException e, String text, String source) {
        if (e instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
            Location place = mark == null
                    ? new Location(source, 0, 0)
                    : new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
            String context = marked.getContext() == null ? "" : marked.getContext() + ": ";
            return new SyntaxException(place, "invalid YAML: " + context + marked.getProblem(), GoYaml.problem(marked));
        }
        if (e instanceof ReaderException unreadable) {
            return new SyntaxException(
                    place(text, unreadable.getPosition(), source),
                    String.format("invalid YAML: the character U+%04X is not allowed", unreadable.getCodePoint()));
        }
        return new SyntaxException(new Location(source, 0, 0), "invalid YAML: " + e.getMessage());
    }

    /** Line and column of a character, which the library does not know this early. */
    private static Location place(String text, int codePoints, String source) {
        int line = 1;
        int column = 1;
        int offset = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Location(source, line, column);
    }
}
