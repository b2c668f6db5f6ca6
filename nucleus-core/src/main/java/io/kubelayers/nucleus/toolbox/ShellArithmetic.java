package io.kubelayers.nucleus.toolbox;

import java.util.List;
import java.util.function.UnaryOperator;

/** {@code $((…))}: numbers of 64 bits with the operators of C that change nothing. */
final class ShellArithmetic {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private static final int LONGEST = 4096;
    private static final int DEEPEST = 50;

    private final String text;
    private final UnaryOperator<String> variables;
    private int at;
    private int depth;

    private ShellArithmetic(String text, UnaryOperator<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    /**
     * What it comes to.
     *
     * @throws NotSimulatedException if it can't be read
     * @throws ArithmeticException if it divides by zero
     */
    static long value(String text, UnaryOperator<String> variables) {
        if (text.isBlank()) {
            return 0;
        }
        if (text.length() > LONGEST) {
            throw new NotSimulatedException("so long a reckoning");
        }
        var reading = new ShellArithmetic(text, variables);
        long value = reading.choice();
        if (!reading.rest().isEmpty()) {
            throw new NotSimulatedException("$((" + text + "))");
        }
        return value;
    }

    private String rest() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(at);
    }

    private boolean takes(String what) {
        if (!rest().startsWith(what)) {
            return false;
        }
        at += what.length();
        return true;
    }

    private long choice() {
        if (++depth > DEEPEST) {
            throw new NotSimulatedException("nesting that deep");
        }
        try {
            return chosen();
        } finally {
            depth--;
        }
    }

    private long chosen() {
        long value = level(0);
        if (!takes("?")) {
            return value;
        }
        long yes = choice();
        if (!takes(":")) {
            throw new NotSimulatedException("$((" + text + "))");
        }
        long no = choice();
        return value != 0 ? yes : no;
    }

    private long level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        long left = level(level + 1);
        while (true) {
            var operator = operator(LEVELS.get(level));
            if (operator.isEmpty()) {
                return left;
            }
            left = apply(operator, left, level(level + 1));
        }
    }

    private String operator(List<String> operators) {
        var rest = rest();
        for (var one : operators) {
            boolean longer = one.length() == 1
                    && rest.length() > 1
                    && "|&<>=".indexOf(rest.charAt(1)) >= 0
                    && "|&<>".contains(one);
            if (rest.startsWith(one) && !longer) {
                at += one.length();
                return one;
            }
        }
        return "";
    }

    private static long apply(String operator, long a, long b) {
        return switch (operator) {
            case "||" -> a != 0 || b != 0 ? 1 : 0;
            case "&&" -> a != 0 && b != 0 ? 1 : 0;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "&" -> a & b;
            case "==" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "<" -> a < b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> a % b;
        };
    }

    private long unary() {
        var signs = new StringBuilder();
        while (takes("-") || takes("+") || !rest().startsWith("!=") && takes("!")) {
            signs.append(text.charAt(at - 1));
        }
        long value = operand();
        for (int i = signs.length() - 1; i >= 0; i--) {
            value = switch (signs.charAt(i)) {
                case '-' -> -value;
                case '!' -> value == 0 ? 1 : 0;
                default -> value;
            };
        }
        return value;
    }

    private long operand() {
        if (takes("(")) {
            long value = choice();
            if (!takes(")")) {
                throw new NotSimulatedException("$((" + text + "))");
            }
            return value;
        }
        var rest = rest();
        int end = 0;
        while (end < rest.length() && (Character.isLetterOrDigit(rest.charAt(end)) || rest.charAt(end) == '_')) {
            end++;
        }
        var word = rest.substring(0, end);
        at += end;
        return number(ShellScanner.isName(word) ? variables.apply(word) : word);
    }

    private long number(String word) {
        try {
            return word.isBlank() && !rest().equals(text.strip()) ? 0 : Long.decode(word.strip());
        } catch (NumberFormatException e) {
            throw new NotSimulatedException("$((" + text + "))");
        }
    }
}
