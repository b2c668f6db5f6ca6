package io.kubelayers.nucleus.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scalars with an explicit tag: {@code !!str 1} is text, {@code !!int x} an error, other tags mean nothing. */
final class YamlTags {
    static final String PREFIX = "tag:yaml.org,2002:";
    private static final Set<String> RESOLVED = Set.of("bool", "int", "float", "null");

    private YamlTags() {}

    /**
     * The value of a scalar that carries a tag.
     *
     * @throws IllegalArgumentException if the text is no value of the tag's type
     */
    static @Nullable Object value(String tag, String text) {
        String type = tag.startsWith(PREFIX) ? tag.substring(PREFIX.length()) : "";
        if (type.equals("binary")) {
            return binary(text);
        }
        if (!RESOLVED.contains(type)) {
            return text;
        }
        Object value = YamlScalars.resolve(text);
        if (type.equals("float") && value instanceof Long whole) {
            return whole.doubleValue();
        }
        String found = typeOf(value);
        if (!type.equals(found)) {
            throw new IllegalArgumentException("cannot decode !!" + found + " `" + text + "` as a !!" + type);
        }
        return value;
    }

    private static String binary(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("!!binary value contains invalid base64 data", e);
        }
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Long || value instanceof BigInteger) {
            return "int";
        }
        return value instanceof Double ? "float" : "str";
    }
}
