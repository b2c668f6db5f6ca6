package io.kubelayers.nucleus.cel;

import io.kubelayers.nucleus.cel.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by the grammar of the language; errors are worded as upstream's generated parser words them. As there,
 * an expression may have 100,000 characters and lie 250 deep; chains of {@code &&} and {@code ||} are balanced.
 */
final class Parser {
    private static final String START = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT,"
            + " NUM_UINT, STRING, BYTES, IDENTIFIER}";
    private static final int DEEPEST = 250;
    private static final int LONGEST = 100_000;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws SyntaxProblemException if it is none */
    static Node parse(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw SyntaxProblemException.limit(
                    "expression code point size exceeds limit: size: " + length + ", limit " + LONGEST);
        }
        var parser = new Parser(Lexer.tokens(text));
        var node = parser.expression();
        var rest = parser.peek();
        if (rest.kind() != Kind.END) {
            boolean alone = parser.tokens.get(parser.at + 1).kind() == Kind.END;
            throw new SyntaxProblemException(
                    rest.offset(),
                    (alone ? "extraneous" : "mismatched") + " input '" + rest.named() + "' expecting <EOF>");
        }
        if (NodeDepth.of(node) > DEEPEST) {
            throw SyntaxProblemException.limit("max recursion depth exceeded");
        }
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean takes(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw new SyntaxProblemException(
                    peek().offset(),
                    (peek().kind() == Kind.END
                            ? "missing '" + sign + "' at '<EOF>'"
                            : "mismatched input '" + peek().named() + "' expecting '" + sign + "'"));
        }
    }

    private Node expression() {
        if (++depth > DEEPEST) {
            throw SyntaxProblemException.limit("expression recursion limit exceeded: " + DEEPEST);
        }
        var condition = binary(0);
        if (peek().is("?")) {
            int offset = take().offset();
            var yes = binary(0);
            expect(":");
            condition = new Node.Call(offset, "_?_:_", null, List.of(condition, yes, expression()));
        }
        depth--;
        return condition;
    }

    /** How many of the levels are chains whose order does not matter. */
    private static final int BALANCED = 2;

    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("<", "<=", ">=", ">", "==", "!=", "in"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    /** Operands and signs of this level and those that bind closer; one call for all of them, so that little of the stack is needed. */
    private Node binary(int lowest) {
        var left = unary();
        for (int level = LEVELS.size() - 1; level >= lowest; level--) {
            if (!isSign(level)) {
                continue;
            }
            left = level < BALANCED ? chain(level, left) : row(level, left);
        }
        return left;
    }

    private Node row(int level, Node first) {
        var left = first;
        while (isSign(level)) {
            var sign = take();
            var name = sign.text().equals("in") ? "@in" : "_" + sign.text() + "_";
            left = new Node.Call(sign.offset(), name, null, List.of(left, binary(level + 1)));
        }
        return left;
    }

    private boolean isSign(int level) {
        return peek().kind() == Kind.SIGN && LEVELS.get(level).contains(peek().text());
    }

    private Node chain(int level, Node first) {
        var signs = new ArrayList<Token>();
        var operands = new ArrayList<Node>();
        operands.add(first);
        while (isSign(level)) {
            signs.add(take());
            operands.add(binary(level + 1));
        }
        return balanced(signs, operands, 0, signs.size() - 1);
    }

    /** The tree over some of the signs, the one in the middle at its root. */
    private static Node balanced(List<Token> signs, List<Node> operands, int first, int last) {
        if (first > last) {
            return operands.get(first);
        }
        int middle = (first + last + 1) / 2;
        var sign = signs.get(middle);
        return new Node.Call(
                sign.offset(),
                "_" + sign.text() + "_",
                null,
                List.of(balanced(signs, operands, first, middle - 1), balanced(signs, operands, middle + 1, last)));
    }

    /** Several of the same sign cancel each other out; two kinds of them can't stand together. */
    private Node unary() {
        var sign = peek();
        if (!sign.is("!") && !sign.is("-")) {
            return member(primary());
        }
        int count = 0;
        while (takes(sign.text())) {
            count++;
        }
        boolean ofNumber = count == 1 && sign.is("-") && (peek().kind() == Kind.INT || peek().kind() == Kind.DOUBLE);
        var operand = member(sign.is("!") && peek().is("-") ? negative() : primary());
        return count % 2 == 0 || ofNumber
                ? operand
                : new Node.Call(sign.offset(), sign.text() + "_", null, List.of(operand));
    }

    /** A number with its sign. */
    private Node negative() {
        take();
        return primary();
    }

    private Node member(Node node) {
        var operand = node;
        while (true) {
            if (peek().is(".")) {
                var dot = take();
                takes("?");
                var name = peek();
                if (name.kind() != Kind.IDENTIFIER) {
                    throw new SyntaxProblemException(
                            name.offset(),
                            name.kind() == Kind.END
                                    ? "no viable alternative at input '.'"
                                    : "no viable alternative at input '." + name.named() + "'");
                }
                take();
                if (peek().is("(")) {
                    int open = take().offset();
                    operand = new Node.Call(open, name.text(), operand, arguments(")"));
                } else {
                    operand = new Node.Select(dot.offset(), operand, name.text().replace("`", ""));
                }
            } else if (peek().is("[")) {
                int open = take().offset();
                takes("?");
                var index = expression();
                expect("]");
                operand = new Node.Call(open, "_[_]", null, List.of(operand, index));
            } else {
                return operand;
            }
        }
    }

    private List<Node> arguments(String end) {
        var arguments = new ArrayList<Node>();
        if (takes(end)) {
            return arguments;
        }
        do {
            if (peek().is(end)) {
                break; // a comma may stand at the end
            }
            takes("?");
            arguments.add(expression());
        } while (takes(","));
        expect(end);
        return arguments;
    }

    private Node primary() {
        var token = take();
        switch (token.kind()) {
            case INT:
                return new Node.Literal(token.offset(), Type.INT);
            case UINT:
                return new Node.Literal(token.offset(), Type.UINT);
            case DOUBLE:
                return new Node.Literal(token.offset(), Type.DOUBLE);
            case STRING:
                return new Node.Literal(token.offset(), Type.STRING);
            case BYTES:
                return new Node.Literal(token.offset(), Type.BYTES);
            case IDENTIFIER:
                return named(token);
            case SIGN:
                var node = sign(token);
                if (node != null) {
                    return node;
                }
                break;
            default:
                break;
        }
        throw new SyntaxProblemException(token.offset(), "mismatched input '" + token.named() + "' expecting " + START);
    }

    private @Nullable Node sign(Token token) {
        switch (token.text()) {
            case "true", "false":
                return new Node.Literal(token.offset(), Type.BOOL);
            case "null":
                return new Node.Literal(token.offset(), Type.NULL);
            case "(":
                var inner = expression();
                expect(")");
                return inner;
            case "[":
                return new Node.Items(token.offset(), arguments("]"));
            case "{":
                return new Node.Entries(token.offset(), entries());
            case ".":
                return peek().kind() == Kind.IDENTIFIER ? named(take()) : null;
            default:
                return null;
        }
    }

    /** A variable, a function, or a made object such as {@code Object.spec{replicas: 1}}. */
    private Node named(Token name) {
        if (peek().is("(")) {
            int open = take().offset();
            return new Node.Call(open, name.text(), null, arguments(")"));
        }
        int ahead = at;
        while (tokens.get(ahead).is(".") && tokens.get(ahead + 1).kind() == Kind.IDENTIFIER) {
            ahead += 2;
        }
        if (tokens.get(ahead).is("{")) {
            at = ahead + 1;
            var values = new ArrayList<Node>();
            var entries = entries();
            for (int i = 1; i < entries.size(); i += 2) {
                values.add(entries.get(i));
            }
            return new Node.Made(name.offset(), values);
        }
        return new Node.Name(name.offset(), name.text());
    }

    private List<Node> entries() {
        var entries = new ArrayList<Node>();
        if (takes("}")) {
            return entries;
        }
        do {
            if (peek().is("}")) {
                break;
            }
            takes("?");
            entries.add(expression());
            expect(":");
            entries.add(expression());
        } while (takes(","));
        expect("}");
        return entries;
    }
}
