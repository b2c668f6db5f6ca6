package io.kubelayers.nucleus.cel;

import io.kubelayers.nucleus.cel.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into its words. Its patterns are possessive, so that what is long takes no more of the stack. */
final class Lexer {
    private static final Pattern BLANK = Pattern.compile("(?:[ \\t\\r\\n\\f]++|//[^\\n]*+)++");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern ESCAPED = Pattern.compile("`[A-Za-z0-9_.\\-/ ]+`");
    private static final Pattern DOUBLE =
            Pattern.compile("[0-9]+\\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\\.[0-9]+(?:[eE][+-]?[0-9]+)?");
    private static final Pattern INT = Pattern.compile("0x[0-9a-fA-F]+|[0-9]+");
    private static final Pattern STRING = Pattern.compile(
            "(?:[bB]?[rR]?|[rR][bB])(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:\\\\.|[^\"\\\\\\n\\r])*+\"|'(?:\\\\.|[^'\\\\\\n\\r])*+')");
    private static final List<String> SIGNS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", "[", "]", "{", "}", ".", ",", "-", "!", "?", ":",
            "+", "*", "/", "%");
    private static final Set<String> WORDS = Set.of("in", "true", "false", "null");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        var tokens = new ArrayList<Token>();
        while (true) {
            skip();
            if (at >= text.length()) {
                tokens.add(new Token(Kind.END, "", text.length()));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private void skip() {
        var blank = matcher(BLANK);
        if (blank.lookingAt()) {
            at = blank.end();
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private Token next() {
        var string = matcher(STRING);
        if (string.lookingAt()) {
            var prefix = text.substring(at, at + 1) + text.substring(at, Math.min(at + 2, string.end()));
            boolean bytes = prefix.toLowerCase(java.util.Locale.ROOT).startsWith("b") || prefix.matches("(?i)rrb");
            return token(bytes ? Kind.BYTES : Kind.STRING, string.end());
        }
        var number = matcher(DOUBLE);
        if (number.lookingAt()) {
            return token(Kind.DOUBLE, number.end());
        }
        var whole = matcher(INT);
        if (whole.lookingAt()) {
            int end = whole.end();
            boolean unsigned = end < text.length() && (text.charAt(end) == 'u' || text.charAt(end) == 'U');
            return unsigned ? token(Kind.UINT, end + 1) : token(Kind.INT, end);
        }
        var escaped = matcher(ESCAPED);
        if (escaped.lookingAt()) {
            return token(Kind.IDENTIFIER, escaped.end());
        }
        var identifier = matcher(IDENTIFIER);
        if (identifier.lookingAt()) {
            return token(WORDS.contains(identifier.group()) ? Kind.SIGN : Kind.IDENTIFIER, identifier.end());
        }
        for (var sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return token(Kind.SIGN, at + sign.length());
            }
        }
        var rest = text.substring(at);
        boolean quote = rest.startsWith("'") || rest.startsWith("\"");
        throw new SyntaxProblemException(
                at,
                "token recognition error at: '" + (quote ? rest : rest.substring(0, rest.offsetByCodePoints(0, 1)))
                        + "'");
    }

    private Token token(Kind kind, int end) {
        var token = new Token(kind, text.substring(at, end), at);
        at = end;
        return token;
    }
}
