package io.kubelayers.nucleus.validation;

import java.nio.charset.StandardCharsets;

/**
 * What Go says of a text that is no JSON ({@code encoding/json}, {@code scanner.go}): API servers put it into their
 * answers. One pass, no recursion.
 */
public final class GoJson {
    private static final String END = "unexpected end of JSON input";

    private final String text;
    private final StringBuilder open = new StringBuilder();
    private int at;

    private GoJson(String text) {
        this.text = text;
    }

    /** The problem, or "" if the text is one JSON value. */
    public static String problem(String text) {
        try {
            new GoJson(text).document();
            return "";
        } catch (Malformed found) {
            return found.text;
        }
    }

    private void document() throws Malformed {
        do {
            value();
        } while (goesOn());
        space();
        if (at < text.length()) {
            throw bad("after top-level value");
        }
    }

    /** Reads a scalar, an empty container, or what opens one. */
    private void value() throws Malformed {
        while (true) {
            space();
            char c = peek();
            if (c == '{') {
                at++;
                space();
                if (peek() == '}') {
                    at++;
                    return;
                }
                open.append('{');
                key("looking for beginning of object key string");
                continue;
            }
            if (c == '[') {
                at++;
                space();
                if (peek() == ']') {
                    at++;
                    return;
                }
                open.append('[');
                continue;
            }
            scalar(c);
            return;
        }
    }

    /** After a value: closes containers and reads up to where the next value begins; false at the end. */
    private boolean goesOn() throws Malformed {
        while (!open.isEmpty()) {
            boolean object = open.charAt(open.length() - 1) == '{';
            space();
            char c = peek();
            if (c == ',') {
                at++;
                if (object) {
                    space();
                    key("looking for beginning of object key string");
                }
                return true;
            }
            if (c != (object ? '}' : ']')) {
                throw bad(object ? "after object key:value pair" : "after array element");
            }
            at++;
            open.setLength(open.length() - 1);
        }
        return false;
    }

    private void key(String where) throws Malformed {
        if (peek() != '"') {
            throw bad(where);
        }
        string();
        space();
        if (peek() != ':') {
            throw bad("after object key");
        }
        at++;
    }

    private void scalar(char c) throws Malformed {
        switch (c) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number(c);
        }
    }

    private void literal(String word) throws Malformed {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw bad("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
    }

    private void string() throws Malformed {
        at++;
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw bad("in string literal");
            }
            at++;
            if (c == '\\') {
                escape();
            }
        }
        at++;
    }

    private void escape() throws Malformed {
        char c = peek();
        if ("\"\\/bfnrtu".indexOf(c) < 0) {
            throw bad("in string escape code");
        }
        at++;
        for (int i = 0; c == 'u' && i < 4; i++, at++) {
            if (Character.digit(peek(), 16) < 0) {
                throw bad("in \\u hexadecimal character escape");
            }
        }
    }

    private void number(char first) throws Malformed {
        char c = first;
        if (c == '-') {
            at++;
            c = peek();
            if (!digit(c)) {
                throw bad("in numeric literal");
            }
        }
        if (!digit(c)) {
            throw bad("looking for beginning of value");
        }
        at++;
        if (c != '0') {
            digits();
        }
        if (here('.')) {
            at++;
            atLeastOne("after decimal point in numeric literal");
        }
        if (here('e') || here('E')) {
            at++;
            if (here('+') || here('-')) {
                at++;
            }
            atLeastOne("in exponent of numeric literal");
        }
    }

    private void atLeastOne(String where) throws Malformed {
        if (!digit(peek())) {
            throw bad(where);
        }
        digits();
    }

    private void digits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private boolean here(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed(END);
        }
        return text.charAt(at);
    }

    private Malformed bad(String where) {
        // Go goes by bytes, and shows one as the character of that number
        int first = text.substring(at, Math.min(text.length(), at + 2)).getBytes(StandardCharsets.UTF_8)[0] & 0xff;
        var quoted = GoText.quote(Character.toString(first));
        var shown = first == '\'' ? "\\'" : first == '"' ? "\"" : quoted.substring(1, quoted.length() - 1);
        return new Malformed("invalid character '" + shown + "' " + where);
    }

    /** Carries the problem out of the nested steps; never leaves this class. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String text;

        Malformed(String text) {
            super(text, null, false, false);
            this.text = text;
        }
    }
}
