package io.kubelayers.nucleus.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text to trees, as Go reads it into {@code interface{}}: whole numbers of 64 bits are {@code Long}, all others
 * {@code Double}; of duplicate keys the last one counts.
 */
final class JsonReader extends DocumentReader {
    // our own limits apply, with our own errors
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private @Nullable JsonToken token;

    JsonReader(String text, ReadOptions options, @Nullable SourceIndex index) {
        super(options, index);
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        try {
            parser = JSON.createParser(ObjectReadContext.empty(), start == 0 ? text : text.substring(start));
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    @Override
    boolean hasNext() {
        try {
            if (token == null) {
                token = parser.nextToken();
            }
            return token != null;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    @Override
    @Nullable
    Object next() {
        if (!hasNext()) {
            throw new SyntaxException(at(1, 1), "unexpected end of JSON input");
        }
        startDocument();
        try {
            TokenStreamLocation start = parser.currentTokenLocation();
            Object tree = value(parser.currentToken());
            if (index != null && tree != null) {
                index.root(tree, start.getLineNr(), start.getColumnNr());
            }
            token = null;
            return tree;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        if (token == null) {
            throw new SyntaxException(here(), "unexpected end of JSON input");
        }
        switch (token) {
            case START_OBJECT:
                return object();
            case START_ARRAY:
                return array();
            case VALUE_STRING:
                return parser.getString();
            case VALUE_NUMBER_INT:
                return whole();
            case VALUE_NUMBER_FLOAT:
                return fraction();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NULL:
                return null;
            default:
                throw new SyntaxException(here(), "unexpected " + token);
        }
    }

    private Map<String, @Nullable Object> object() {
        descend();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            path.enter(name);
            if (map.containsKey(name)) {
                TokenStreamLocation place = parser.currentTokenLocation();
                duplicate(place.getLineNr(), place.getColumnNr());
            }
            TokenStreamLocation key = index == null ? null : parser.currentTokenLocation();
            JsonToken next = parser.nextToken();
            if (index != null && key != null) {
                TokenStreamLocation value = parser.currentTokenLocation();
                index.part(map, name, key.getLineNr(), key.getColumnNr(), value.getLineNr(), value.getColumnNr());
            }
            map.put(name, value(next));
            path.leave();
        }
        ascend();
        Map<String, @Nullable Object> object = Collections.unmodifiableMap(map);
        if (index != null) {
            index.rename(map, object);
        }
        return object;
    }

    private List<@Nullable Object> array() {
        descend();
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Integer position = list.size();
            path.enter(position);
            if (index != null) {
                TokenStreamLocation place = parser.currentTokenLocation();
                index.part(
                        list, position, place.getLineNr(), place.getColumnNr(), place.getLineNr(), place.getColumnNr());
            }
            list.add(value(next));
            path.leave();
        }
        ascend();
        List<@Nullable Object> array = Collections.unmodifiableList(list);
        if (index != null) {
            index.rename(list, array);
        }
        return array;
    }

    private void descend() {
        try {
            descend(0, 0);
        } catch (LimitException e) {
            throw new LimitException(here(), e.detail());
        }
    }

    private Number whole() {
        checkNumberLength();
        switch (parser.getNumberType()) {
            case INT:
            case LONG:
                return parser.getLongValue();
            default:
                return fraction();
        }
    }

    private Double fraction() {
        checkNumberLength();
        String text = parser.getString();
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new SyntaxException(
                    here(), "json: cannot unmarshal number " + text + " into Go value of type float64");
        }
        return value;
    }

    private void checkNumberLength() {
        int length = parser.getStringLength();
        int limit = options.limits().maxNumberLength();
        if (length > limit) {
            throw new LimitException(here(), "a number has " + length + " characters, more than the limit of " + limit);
        }
    }

    private Location here() {
        TokenStreamLocation place = parser.currentTokenLocation();
        return at(place.getLineNr(), place.getColumnNr());
    }

    private SyntaxException syntax(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        Location location = place == null ? at(0, 0) : at(place.getLineNr(), place.getColumnNr());
        return new SyntaxException(location, "invalid JSON: " + e.getOriginalMessage());
    }
}
