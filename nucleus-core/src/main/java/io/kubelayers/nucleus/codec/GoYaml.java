package io.kubelayers.nucleus.codec;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * Complaints of the YAML library in the words of Go's, which clients see ({@code go-yaml}, {@code decode.go}): both come from
 * one ancestor and stop at the same places.
 */
final class GoYaml {
    private GoYaml() {}

    static String problem(MarkedYAMLException e) {
        return line(e) + words(String.valueOf(e.getContext()), String.valueOf(e.getProblem()));
    }

    /** The line where what is broken begins; the scanner counts from 1, the parser from 0, and neither names the first. */
    private static String line(MarkedYAMLException e) {
        int context = line(e.getContextMark());
        int line = context != 0 ? context : line(e.getProblemMark());
        if (line == 0) {
            return "";
        }
        return "line " + (e instanceof ScannerException ? line + 1 : line) + ": ";
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine();
    }

    private static String words(String context, String problem) {
        if (problem.startsWith("expected ',' or '}'")) {
            return "did not find expected ',' or '}'";
        } else if (problem.startsWith("expected ',' or ']'")) {
            return "did not find expected ',' or ']'";
        } else if (problem.startsWith("expected the node content")) {
            return "did not find expected node content";
        } else if (problem.startsWith("expected <block end>")) {
            return context.contains("mapping") ? "did not find expected key" : "did not find expected '-' indicator";
        } else if (problem.startsWith("expected '<document start>'")) {
            return "did not find expected <document start>";
        } else if (problem.startsWith("mapping values are not allowed here")) {
            return "mapping values are not allowed in this context";
        } else if (problem.startsWith("found character") && problem.contains("cannot start any token")) {
            return "found character that cannot start any token";
        }
        return problem;
    }
}
