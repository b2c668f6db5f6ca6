package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.GoDuration;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A part of a configuration file, and where it is. */
public final class ConfigNode {
    private final FieldPath place;
    private final Map<String, @Nullable Object> fields;

    private ConfigNode(FieldPath place, Map<String, @Nullable Object> fields) {
        this.place = place;
        this.fields = fields;
    }

    static ConfigNode root(Map<String, @Nullable Object> tree) {
        return new ConfigNode(FieldPath.ROOT, tree);
    }

    static ConfigNode empty(FieldPath place) {
        return new ConfigNode(place, new TreeMap<>());
    }

    /** Such as {@code profiles[0].pluginConfig[1].args}. */
    public String place() {
        return place.isRoot() ? "configuration" : place.toString();
    }

    /** Where the field is. */
    FieldPath at(String field) {
        return place.child(field);
    }

    /** Where this part is. */
    FieldPath path() {
        return place;
    }

    /** What this part holds. */
    Map<String, @Nullable Object> tree() {
        return fields;
    }

    /** An error about this part. */
    public ConfigurationException error(String problem) {
        return ConfigurationException.at(place(), problem);
    }

    /** An error about a field of this part. */
    public ConfigurationException error(String field, String problem) {
        return ConfigurationException.at(at(field).toString(), problem);
    }

    /**
     * Checks that there are no other fields than these.
     *
     * @throws ConfigurationException that names the field
     */
    public void allow(String... known) {
        var unknown = unknown(known);
        if (!unknown.isEmpty()) {
            throw ConfigurationException.of(unknown);
        }
    }

    /** The fields that are none of these. */
    List<Mistake> unknown(String... known) {
        var unknown = new ArrayList<Mistake>();
        for (var field : fields.keySet()) {
            if (!List.of(known).contains(field)) {
                var at = at(field).toString();
                unknown.add(new Mistake(
                        at,
                        "strict decoding error: unknown field \"" + at + "\"; there are "
                                + String.join(", ", new TreeSet<>(Set.of(known)))));
            }
        }
        return unknown;
    }

    public boolean has(String field) {
        return fields.get(field) != null;
    }

    /** The text of a field, if it is there. */
    public Optional<String> text(String field) {
        var value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw error(field, "must be a string, is " + value);
    }

    /** The whole number of a field, if it is there. */
    public Optional<Integer> number(String field) {
        var value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Long || value instanceof Integer)
                || ((Number) value).longValue() != ((Number) value).intValue()) {
            throw error(field, "must be a whole number of 32 bits, is " + value);
        }
        return Optional.of(((Number) value).intValue());
    }

    /** The same, and within these bounds. */
    public Optional<Integer> number(String field, int least, int most) {
        var number = number(field);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw error(field, "Invalid value: " + number.get() + ": not in valid range [" + least + "-" + most + "]");
        }
        return number;
    }

    /** The duration of a field, such as {@code 1m30s}, if it is there. */
    public Optional<Duration> duration(String field) {
        var text = text(field);
        try {
            return text.map(GoDuration::parse);
        } catch (IllegalArgumentException e) {
            throw error(field, String.valueOf(e.getMessage()));
        }
    }

    /** The truth of a field, false if it is not there. */
    public boolean flag(String field) {
        var value = fields.get(field);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw error(field, "must be true or false, is " + value);
    }

    /** The texts of a list; none if it is not there. */
    public List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var value : values(field)) {
            if (!(value instanceof String text)) {
                throw error(field, "must be a list of strings, has " + value);
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> values(String field) {
        var value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw error(field, "must be a list");
    }

    /** The parts of a list; none if it is not there. */
    public List<ConfigNode> nodes(String field) {
        var nodes = new ArrayList<ConfigNode>();
        for (var value : values(field)) {
            nodes.add(node(at(field).index(nodes.size()), value));
        }
        return nodes;
    }

    /** The part below a field; an empty one if it is not there. */
    public ConfigNode node(String field) {
        var value = fields.get(field);
        return value == null ? empty(at(field)) : node(at(field), value);
    }

    @SuppressWarnings("unchecked") // trees have string keys only
    private static ConfigNode node(FieldPath place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ConfigNode(place, (Map<String, @Nullable Object>) map);
        }
        throw ConfigurationException.at(place.toString(), "must be an object");
    }

    /** This part as a record of the API. */
    public <T> T as(Class<T> type) {
        try {
            return Codec.of(TypeRegistry.empty())
                    .decode(fields, type, ReadOptions.strict())
                    .value();
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }
}
