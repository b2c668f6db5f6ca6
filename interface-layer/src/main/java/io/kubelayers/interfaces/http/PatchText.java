package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.SyntaxException;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.validation.GoJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patches out of texts, and what upstream says of those that cannot be read (apiserver {@code endpoints/handlers/patch.go}). */
final class PatchText {
    private static final String APPLY = "error decoding YAML: ";
    private static final String AS_JSON =
            APPLY + "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ";

    private PatchText() {}

    /**
     * A configuration to be applied; none at all is an empty one.
     *
     * @throws ApiException 400 if it is no object
     */
    static Body.Patch apply(String text, RequestOptions options) {
        boolean tells = options.fieldValidation() != FieldValidation.IGNORE;
        try {
            var tree = Codec.readTree(text, ReadOptions.ignore());
            return new Body.Patch(Body.PatchType.APPLY, tree, tells ? repeatedKeys(text) : List.of());
        } catch (SyntaxException e) {
            return new Body.Patch(Body.PatchType.APPLY, firstDocument(text));
        } catch (DecodeException e) {
            throw ApiErrors.badRequest(APPLY + e.detail());
        }
    }

    /** Keys that are there twice; JSON that has some is read again as the YAML that it is, if it is some. */
    private static List<String> repeatedKeys(String text) {
        var duplicates = Codec.duplicates(text);
        if (duplicates.isEmpty()) {
            return duplicates;
        }
        try {
            return Codec.repeatedKeys(text);
        } catch (DecodeException notYaml) {
            return duplicates;
        }
    }

    /** What upstream takes where there are several documents, or none, or YAML that begins like JSON. */
    private static Map<?, ?> firstDocument(String text) {
        try {
            var value = Codec.readValue(text);
            if (value == null) {
                return Map.of();
            } else if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw ApiErrors.badRequest(AS_JSON + type(value) + " into Go value of type map[string]interface {}");
        } catch (SyntaxException malformed) {
            throw ApiErrors.badRequest(
                    APPLY + "error converting YAML to JSON: yaml: " + words(malformed.yamlProblem(), malformed));
        } catch (DecodeException e) {
            throw ApiErrors.badRequest(APPLY + e.detail());
        }
    }

    private static String words(String problem, SyntaxException e) {
        return problem.isEmpty() ? e.detail() : problem;
    }

    private static String type(Object value) {
        if (value instanceof List) {
            return "array";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }

    /** The refusal of a text that is no JSON: who validates reads it first, and says so, but for strategic patches. */
    static ApiException malformed(Body.PatchType kind, String text, RequestOptions options) {
        var problem = GoJson.problem(text.strip());
        boolean validates = options.fieldValidation() != FieldValidation.IGNORE;
        if (kind == Body.PatchType.STRATEGIC_MERGE) {
            return ApiErrors.badRequest(problem);
        } else if (validates) {
            return ApiErrors.badRequest("error decoding patch: " + problem);
        }
        return ApiErrors.badRequest(kind == Body.PatchType.MERGE ? "Invalid JSON Patch" : problem);
    }

    static ApiException unreadable(DecodeException e) {
        return ApiErrors.badRequest("error decoding patch: " + e.detail());
    }

    /** What Go says of a text that does not even begin as JSON; null if it does. */
    static @Nullable String nonsense(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            return "unexpected end of JSON input";
        }
        char first = stripped.charAt(0);
        for (var literal : List.of("null", "true", "false")) {
            if (literal.charAt(0) == first) {
                return nonsense(stripped, literal);
            }
        }
        boolean begins = "{[\"-".indexOf(first) >= 0 || Character.isDigit(first);
        return begins ? null : "invalid character '" + first + "' looking for beginning of value";
    }

    private static @Nullable String nonsense(String text, String literal) {
        for (int i = 1; i < literal.length(); i++) {
            if (i == text.length()) {
                return "unexpected end of JSON input";
            } else if (text.charAt(i) != literal.charAt(i)) {
                return "invalid character '" + text.charAt(i) + "' in literal " + literal + " (expecting '"
                        + literal.charAt(i) + "')";
            }
        }
        return null;
    }
}
