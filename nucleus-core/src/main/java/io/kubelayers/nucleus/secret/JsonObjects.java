package io.kubelayers.nucleus.secret;

import io.kubelayers.nucleus.validation.GoJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON to see whether it is an object, and says what is wrong roughly as Go does ({@code encoding/json}). */
final class JsonObjects {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonObjects() {}

    /** What is wrong with the text, nothing if it is a JSON object or null. */
    static String problem(String text) {
        if (text.isBlank()) {
            return "unexpected end of JSON input";
        }
        JsonToken first;
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            first = parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                return "invalid character after top-level value";
            }
        } catch (JacksonException malformed) {
            return GoJson.problem(text);
        }
        return switch (first) {
            case START_OBJECT, VALUE_NULL -> "";
            case START_ARRAY -> wrong("array");
            case VALUE_STRING -> wrong("string");
            case VALUE_TRUE, VALUE_FALSE -> wrong("bool");
            default -> wrong("number");
        };
    }

    private static String wrong(String type) {
        return "json: cannot unmarshal " + type + " into Go value of type map[string]interface {}";
    }
}
