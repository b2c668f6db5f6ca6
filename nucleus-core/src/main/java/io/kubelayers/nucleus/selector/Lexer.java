package io.kubelayers.nucleus.selector;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the text of a label selector into tokens.
 *
 * <p>It keeps two habits of upstream's lexer: a NUL after a word or symbol is swallowed, and a NUL where a token should
 * begin ends the whole text. Upstream reads bytes; as all that matters is ASCII, reading chars is the same.
 */
final class Lexer {
    /** What a token is. */
    enum Kind {
        END,
        CLOSED_PAR,
        COMMA,
        NOT,
        DOUBLE_EQUALS,
        EQUALS,
        GREATER_THAN,
        IDENTIFIER,
        IN,
        LESS_THAN,
        NOT_EQUALS,
        NOT_IN,
        OPEN_PAR
    }

    record Token(Kind kind, String text) {}

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens; the last one is the end. */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        if (at == text.length() || text.charAt(at) == 0) {
            return new Token(Kind.END, "");
        }
        var token = isSymbol(text.charAt(at)) ? symbol() : word();
        if (at < text.length() && text.charAt(at) == 0) {
            at++;
        }
        return token;
    }

    private Token symbol() {
        char c = text.charAt(at++);
        boolean equals = at < text.length() && text.charAt(at) == '=';
        return switch (c) {
            case '(' -> new Token(Kind.OPEN_PAR, "(");
            case ')' -> new Token(Kind.CLOSED_PAR, ")");
            case ',' -> new Token(Kind.COMMA, ",");
            case '<' -> new Token(Kind.LESS_THAN, "<");
            case '>' -> new Token(Kind.GREATER_THAN, ">");
            case '=' -> equals ? twoChars(Kind.DOUBLE_EQUALS, "==") : new Token(Kind.EQUALS, "=");
            case '!' -> equals ? twoChars(Kind.NOT_EQUALS, "!=") : new Token(Kind.NOT, "!");
            default -> throw new IllegalStateException("not a symbol: " + c);
        };
    }

    private Token twoChars(Kind kind, String symbol) {
        at++;
        return new Token(kind, symbol);
    }

    private Token word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        var word = text.substring(start, at);
        return switch (word) {
            case "in" -> new Token(Kind.IN, word);
            case "notin" -> new Token(Kind.NOT_IN, word);
            default -> new Token(Kind.IDENTIFIER, word);
        };
    }

    private static boolean isWord(char c) {
        return c != 0 && !isSymbol(c) && !isSpace(c);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isSymbol(char c) {
        return switch (c) {
            case '=', '!', '(', ')', ',', '>', '<' -> true;
            default -> false;
        };
    }
}
