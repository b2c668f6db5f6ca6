package io.kubelayers.governance.rbac;

import java.util.List;

/** Texts as Go prints them with {@code %q}, which upstream's messages are made of (Go's strconv.Quote). */
final class GoText {
    private GoText() {}

    static String quote(String text) {
        if (isPlain(text)) {
            return "\"" + text + "\"";
        }
        var out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(c, out));
        return out.append('"').toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** A list of texts: {@code ["a" "b"]}. */
    static String quote(List<String> texts) {
        var out = new StringBuilder("[");
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : " ").append(quote(texts.get(i)));
        }
        return out.append(']').toString();
    }

    /** Several errors as one text: none "", one as it is, more as {@code [a, b]} without repetitions. */
    static String aggregate(List<String> errors) {
        var distinct = errors.stream().distinct().toList();
        return switch (distinct.size()) {
            case 0 -> "";
            case 1 -> distinct.get(0);
            default -> "[" + String.join(", ", distinct) + "]";
        };
    }

    private static void append(int c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0B -> out.append("\\v");
            default -> {
                if (printable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x80) {
                    out.append(String.format("\\x%02x", c));
                } else {
                    out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
                }
            }
        }
    }

    /** Letters, marks, numbers, punctuation, symbols and the ASCII space (Go's strconv.IsPrint). */
    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
