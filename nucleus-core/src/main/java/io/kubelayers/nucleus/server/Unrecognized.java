package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.SyntaxException;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.validation.GoJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of texts that don't even say what they are: upstream looks at apiVersion and kind first, and shows how the text
 * begins (apiserver {@code endpoints/handlers/create.go} and {@code rest.go}, apimachinery {@code serializer/json/meta.go}).
 */
public final class Unrecognized {
    /** What upstream reads apiVersion and kind into, as Go names it. */
    static final String TYPE_META =
            "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

    private static final int SHOWN = 30;
    private static final String NOT_JSON = "couldn't get version/kind; json parse error: ";

    private Unrecognized() {}

    /** The problem of a text that should be a JSON object and is none; "" if it is one, or at least begins as one. */
    public static String jsonProblem(String text) {
        if (Codec.isJson(text)) {
            return "";
        }
        var problem = GoJson.problem(text);
        var stripped = text.strip();
        if (problem.isEmpty() && !stripped.startsWith("{") && !stripped.equals("null")) {
            problem = cannotBeObject(type(stripped.charAt(0)));
        }
        return problem.isEmpty() ? "" : NOT_JSON + problem;
    }

    private static String type(char first) {
        return switch (first) {
            case '[' -> "array";
            case '"' -> "string";
            case 't', 'f' -> "bool";
            default -> "number";
        };
    }

    private static String cannotBeObject(String type) {
        return "json: cannot unmarshal " + type + " into Go value of type " + TYPE_META;
    }

    /** The refusal of a text that could not be read, if it does not say what it is; null if it does. */
    static @Nullable ApiException of(String kind, String text, DecodeException e) {
        var problem = problem(text, e);
        return problem.isEmpty() ? null : of(kind, text, problem);
    }

    /** The refusal of a text with a problem. */
    public static ApiException of(String kind, String text, String problem) {
        return ApiErrors.badRequest("the object provided is unrecognized (must be of type " + kind + "): " + problem
                + " (" + beginning(text) + ")");
    }

    private static String problem(String text, DecodeException e) {
        if (e.detail().startsWith("unexpected GroupVersion string")) {
            return e.detail();
        }
        if (isOfTypeMeta(e.detail())) {
            return NOT_JSON + e.detail();
        }
        if (!(e instanceof SyntaxException malformed)) {
            return "";
        }
        if (Codec.isJson(text)) {
            var problem = GoJson.problem(text);
            return problem.isEmpty() ? "" : NOT_JSON + problem;
        }
        if (!malformed.yamlProblem().isEmpty()) {
            return "yaml: " + malformed.yamlProblem();
        }
        return Codec.readValue(text) instanceof List ? NOT_JSON + cannotBeObject("array") : "";
    }

    private static boolean isOfTypeMeta(String detail) {
        return detail.endsWith("into Go struct field .kind of type string")
                || detail.endsWith("into Go struct field .apiVersion of type string");
    }

    /** How the text begins: as it is if that is a brace, otherwise its bytes. */
    private static String beginning(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return "<empty>";
        }
        int shown = Math.min(bytes.length, SHOWN);
        var beginning = bytes[0] == '{'
                ? new String(bytes, 0, shown, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(bytes, 0, shown);
        return bytes.length > SHOWN ? beginning + " ..." : beginning;
    }
}
