package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.selector.Lexer.Kind;
import io.kubelayers.nucleus.selector.Lexer.Token;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads the text of a label selector.
 *
 * <pre>
 * selector    = [ requirement *( "," requirement ) ]
 * requirement = [ "!" ] KEY [ ( "in" | "notin" ) set | ( "=" | "==" | "!=" | "&gt;" | "&lt;" ) VALUE ]
 * set         = "(" VALUE *( "," VALUE ) ")"
 * </pre>
 *
 * A value may be empty, and {@code in} and {@code notin} are words like others where no operator can stand.
 */
final class Parser {
    private final FieldPath path;
    private final List<Token> tokens;
    private int at;

    private Parser(FieldPath path, String text) {
        this.path = path;
        this.tokens = Lexer.tokens(text);
    }

    /** The requirements in the order written. */
    static List<Requirement> parse(FieldPath path, String text) {
        return new Parser(path, text).selector();
    }

    private List<Requirement> selector() {
        var requirements = new ArrayList<Requirement>();
        if (peek() == Kind.END) {
            return requirements;
        }
        if (peek() != Kind.IDENTIFIER && peek() != Kind.NOT) {
            throw expected(tokens.get(at), "!, identifier, or 'end of string'");
        }
        while (true) {
            requirements.add(requirement());
            var separator = take();
            if (separator.kind() == Kind.END) {
                return requirements;
            }
            if (separator.kind() != Kind.COMMA) {
                throw expected(separator, "',' or 'end of string'");
            }
            if (peek() != Kind.IDENTIFIER && peek() != Kind.NOT) {
                throw expected(tokens.get(at), "identifier after ','");
            }
        }
    }

    private Requirement requirement() {
        try {
            boolean negated = peek() == Kind.NOT;
            if (negated) {
                at++;
            }
            var key = key();
            if (negated) {
                return Requirement.of(path, key, Operator.DOES_NOT_EXIST, List.of());
            }
            if (peek() == Kind.END || peek() == Kind.COMMA) {
                return Requirement.of(path, key, Operator.EXISTS, List.of());
            }
            var operator = operator();
            var values = operator == Operator.IN || operator == Operator.NOT_IN ? set() : List.of(value());
            return Requirement.of(path, key, operator, values);
        } catch (InvalidSelectorException invalid) {
            throw new InvalidSelectorException(
                    "unable to parse requirement: " + invalid.getMessage(), invalid.errors());
        }
    }

    private String key() {
        var token = identifier();
        var errors = new ArrayList<FieldError>();
        Requirement.invalid(path, token.text(), Names.qualifiedName(token.text()), errors);
        if (!errors.isEmpty()) {
            throw new InvalidSelectorException(errors);
        }
        return token.text();
    }

    private Operator operator() {
        var token = tokens.get(at++);
        return switch (token.kind()) {
            case IN -> Operator.IN;
            case NOT_IN -> Operator.NOT_IN;
            case EQUALS -> Operator.EQUALS;
            case DOUBLE_EQUALS -> Operator.DOUBLE_EQUALS;
            case NOT_EQUALS -> Operator.NOT_EQUALS;
            case GREATER_THAN -> Operator.GREATER_THAN;
            case LESS_THAN -> Operator.LESS_THAN;
            default -> throw expected(token, "in, notin, =, ==, !=, gt, lt");
        };
    }

    private String value() {
        return peek() == Kind.END || peek() == Kind.COMMA ? "" : identifier().text();
    }

    private Token identifier() {
        var token = take();
        if (token.kind() != Kind.IDENTIFIER) {
            throw expected(token, "identifier");
        }
        return token;
    }

    /**
     * The values in parentheses, sorted, each once; where one is left out it is empty. After two commas in a row
     * there must be something, though.
     */
    private List<String> set() {
        var open = take();
        if (open.kind() != Kind.OPEN_PAR) {
            throw new InvalidSelectorException("found '" + open.text() + "' expected: '('");
        }
        var values = new TreeSet<String>();
        switch (peek()) {
            case IDENTIFIER, COMMA -> values(values);
            case CLOSED_PAR -> values.add("");
            default -> throw expected(tokens.get(at), "',', ')' or identifier");
        }
        at++;
        return List.copyOf(values);
    }

    private void values(TreeSet<String> values) {
        while (true) {
            var token = take();
            if (token.kind() == Kind.IDENTIFIER) {
                values.add(token.text());
                if (peek() == Kind.CLOSED_PAR) {
                    return;
                }
                if (peek() != Kind.COMMA) {
                    throw expected(tokens.get(at), "',' or ')'");
                }
            } else if (token.kind() == Kind.COMMA) {
                if (values.isEmpty()) {
                    values.add("");
                }
                if (peek() == Kind.CLOSED_PAR) {
                    values.add("");
                    return;
                }
                if (peek() == Kind.COMMA) {
                    at++;
                    values.add("");
                }
            } else {
                throw expected(token, "',', or identifier");
            }
        }
    }

    /** The next token as a key, value or punctuation: the words in and notin mean nothing special there. */
    private Token take() {
        var token = tokens.get(at++);
        return token.kind() == Kind.IN || token.kind() == Kind.NOT_IN
                ? new Token(Kind.IDENTIFIER, token.text())
                : token;
    }

    private Kind peek() {
        var kind = tokens.get(at).kind();
        return kind == Kind.IN || kind == Kind.NOT_IN ? Kind.IDENTIFIER : kind;
    }

    private static InvalidSelectorException expected(Token found, String expected) {
        return new InvalidSelectorException("found '" + found.text() + "', expected: " + expected);
    }
}
