package io.kubelayers.nucleus.cel;

import java.util.List;
import java.util.StringJoiner;

/**
 * An expression that has been read.
 *
 * @param type its type; of no meaning if something is wrong with it
 * @param complaint what is wrong with it, as upstream's compiler says it; empty if nothing is
 */
public record Expression(Type type, String complaint) {
    /** Reads an expression that may name the variables of an environment. */
    public static Expression check(String text, Environment environment) {
        List<Problem> problems;
        Type type = Type.UNKNOWN;
        try {
            var checker = new Checker();
            type = checker.type(Parser.parse(text), environment);
            problems = checker.problems();
        } catch (SyntaxProblemException e) {
            problems = List.of(e.problem());
        }
        var lines = new StringJoiner("\n");
        problems.forEach(problem -> lines.add(problem.shown(text)));
        return new Expression(type, problems.isEmpty() ? "" : "compilation failed: " + lines);
    }

    /** Reads an expression that must be of one of these types. */
    public static Expression check(String text, Environment environment, List<Type> wanted) {
        var read = check(text, environment);
        if (!read.complaint().isEmpty() || read.type().equals(Type.UNKNOWN) || wanted.contains(read.type())) {
            return read;
        }
        return new Expression(
                read.type(),
                wanted.size() == 1
                        ? "must evaluate to " + wanted.get(0)
                        : "must evaluate to one of " + wanted.toString().replace(",", ""));
    }
}
