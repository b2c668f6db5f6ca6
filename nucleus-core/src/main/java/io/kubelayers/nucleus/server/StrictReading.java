package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * What field validation says of a text. Upstream turns YAML into JSON first, and asks its reader of YAML for keys that are
 * there twice: they are told in its words, before fields that are unknown.
 */
final class StrictReading {
    private static final String YAML = "yaml: unmarshal errors:\n  ";

    private StrictReading() {}

    /** One text for each warning. */
    static List<String> warnings(List<FieldProblem> problems, String text) {
        var repeated = repeated(problems, text);
        if (repeated.isEmpty()) {
            return problems.stream().map(FieldProblem::text).toList();
        }
        var all = new ArrayList<>(repeated);
        all.addAll(unknown(problems));
        return all;
    }

    /** The same as one error. */
    static String error(List<FieldProblem> problems, String text) {
        var repeated = repeated(problems, text);
        var all = new ArrayList<String>();
        if (repeated.isEmpty()) {
            problems.forEach(problem -> all.add(problem.text()));
        } else {
            all.add(yaml(repeated));
            all.addAll(unknown(problems));
        }
        return "strict decoding error: " + String.join(", ", all);
    }

    /** All keys that are there twice as one error of the reader of YAML. */
    static String yaml(List<String> repeated) {
        return YAML + String.join("\n  ", repeated);
    }

    private static List<String> repeated(List<FieldProblem> problems, String text) {
        for (var problem : problems) {
            if (problem.type() == FieldProblem.Type.DUPLICATE && !Codec.isJson(text)) {
                return Codec.repeatedKeys(text);
            }
        }
        return List.of();
    }

    private static List<String> unknown(List<FieldProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.type() == FieldProblem.Type.UNKNOWN)
                .map(FieldProblem::text)
                .toList();
    }
}
