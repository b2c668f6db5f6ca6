package io.kubelayers.nucleus.server;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Strategic merge patches are not decoded from JSON but converted from a tree, and that conversion has words of its own for
 * values that don't fit their field (apimachinery {@code runtime/converter.go}).
 */
final class ConverterWords {
    private static final Pattern MISMATCH =
            Pattern.compile("json: cannot unmarshal (string|bool|object|array|number)( \\S+)? into .*of type (\\S+)");

    /** Types that read their JSON themselves, with the words of JSON. */
    private static final Set<String> OWN = Set.of(
            "resource.Quantity",
            "v1.Time",
            "v1.MicroTime",
            "v1.Duration",
            "intstr.IntOrString",
            "time.Time",
            "runtime.RawExtension");

    private static final Map<String, String> KINDS =
            Map.of("string", "string", "bool", "bool", "object", "map", "array", "slice", "number", "int64");

    private ConverterWords() {}

    /** The problem as the converter puts it; anything else as it is. */
    static String of(String problem) {
        var mismatch = MISMATCH.matcher(problem);
        if (!mismatch.matches()) {
            return problem;
        }
        var type = mismatch.group(3);
        var found = KINDS.get(mismatch.group(1));
        if (OWN.contains(type)) {
            return problem;
        } else if (type.startsWith("map[")) {
            return "cannot restore map from " + found;
        } else if (type.startsWith("[]")) {
            return "cannot restore slice from " + found;
        } else if (type.contains(".")) {
            return "cannot restore struct from: " + found;
        }
        return "unrecognized type: " + type;
    }
}
