package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.types.TypeRegistry;
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
    private final String place;
    private final Map<String, @Nullable Object> fields;

    private ConfigNode(String place, Map<String, @Nullable Object> fields) {
        this.place = place;
        this.fields = fields;
    }

    static ConfigNode root(Map<String, @Nullable Object> tree) {
        return new ConfigNode("", tree);
    }

    static ConfigNode empty(String place) {
        return new ConfigNode(place, new TreeMap<>());
    }

    /** Such as {@code profiles[0].pluginConfig[1].args}. */
    public String place() {
        return place;
    }

    /** An error about this part. */
    public ConfigurationException error(String problem) {
        return new ConfigurationException(place.isEmpty() ? "configuration" : place, problem);
    }

    /** An error about a field of this part. */
    public ConfigurationException error(String field, String problem) {
        return new ConfigurationException(path(field), problem);
    }

    /**
     * Checks that there are no other fields than these.
     *
     * @throws ConfigurationException that names the field
     */
    public void allow(String... known) {
        for (var field : fields.keySet()) {
            if (!List.of(known).contains(field)) {
                throw error(field, "unknown field; there are " + String.join(", ", new TreeSet<>(Set.of(known))));
            }
        }
    }

    private String path(String field) {
        return place.isEmpty() ? field : place + "." + field;
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
    public Optional<Integer> number(String field, int least, int most) {
        var value = fields.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Long || value instanceof Integer)) {
            throw error(field, "must be a whole number, is " + value);
        }
        long number = ((Number) value).longValue();
        if (number < least || number > most) {
            throw error(field, "Invalid value: " + number + ": not in valid range [" + least + "-" + most + "]");
        }
        return Optional.of((int) number);
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
            nodes.add(node(path(field) + "[" + nodes.size() + "]", value));
        }
        return nodes;
    }

    /** The part below a field; an empty one if it is not there. */
    public ConfigNode node(String field) {
        var value = fields.get(field);
        return value == null ? empty(path(field)) : node(path(field), value);
    }

    @SuppressWarnings("unchecked") // trees have string keys only
    private static ConfigNode node(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ConfigNode(place, (Map<String, @Nullable Object>) map);
        }
        throw new ConfigurationException(place, "must be an object");
    }

    /** This part as a record of the API. */
    public <T> T as(Class<T> type) {
        try {
            return Codec.of(TypeRegistry.empty()).decode(fields, type);
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }
}
