package io.kubelayers.nucleus.codec;

import java.util.List;
import java.util.Map;

/**
 * Writes JSON text as Go's {@code encoding/json} does: no spaces, and {@code < > &} and line separators escaped, so that
 * the text is safe inside HTML.
 */
final class JsonSink implements Sink {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text;
    private boolean separate;

    JsonSink(int expectedLength) {
        text = new StringBuilder(expectedLength);
    }

    String result() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    private void value() {
        if (separate) {
            text.append(',');
        }
        separate = true;
    }

    @Override
    public void startObject() {
        value();
        text.append('{');
        separate = false;
    }

    @Override
    public void endObject() {
        text.append('}');
        separate = true;
    }

    @Override
    public void startArray() {
        value();
        text.append('[');
        separate = false;
    }

    @Override
    public void endArray() {
        text.append(']');
        separate = true;
    }

    @Override
    public void key(String name, String quoted) {
        value();
        text.append(quoted);
        separate = false;
    }

    @Override
    public void key(String name) {
        string(name);
        text.append(':');
        separate = false;
    }

    @Override
    public void string(String value) {
        value();
        quote(value, text);
    }

    @Override
    public void bool(boolean value) {
        value();
        text.append(value);
    }

    @Override
    public void whole(long value) {
        value();
        text.append(value);
    }

    @Override
    public void number(double value) {
        value();
        text.append(GoNumbers.json(value));
    }

    @Override
    public void nothing() {
        value();
        text.append("null");
    }

    @Override
    public void tree(Object tree) {
        if (tree instanceof KnownJson known) {
            value();
            text.append(known.json());
        } else if (tree instanceof Map<?, ?> map) {
            startObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                key((String) entry.getKey());
                orNothing(entry.getValue());
            }
            endObject();
        } else if (tree instanceof List<?> list) {
            startArray();
            for (Object item : list) {
                orNothing(item);
            }
            endArray();
        } else if (tree instanceof String string) {
            string(string);
        } else if (tree instanceof Boolean bool) {
            bool(bool);
        } else if (tree instanceof Double || tree instanceof Float) {
            number(((Number) tree).doubleValue());
        } else if (tree instanceof Number number) {
            whole(number.longValue());
        } else {
            throw new IllegalArgumentException("no JSON for " + tree.getClass().getName());
        }
    }

    private void orNothing(@org.jspecify.annotations.Nullable Object tree) {
        if (tree == null) {
            nothing();
        } else {
            tree(tree);
        }
    }

    /** Appends a JSON string literal. */
    static void quote(String value, StringBuilder text) {
        text.append('"');
        int done = 0;
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 128 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
                    || c >= 128 && c < 0x2028
                    || c > 0x2029 && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
                continue;
            }
            text.append(value, done, i);
            escape(c, text);
            done = i + 1;
        }
        text.append(value, done, length).append('"');
    }

    private static void escape(char c, StringBuilder text) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
                // half of a surrogate pair is no character
                char shown = Character.isSurrogate(c) ? '\uFFFD' : c;
                text.append("\\u")
                        .append(HEX[shown >> 12])
                        .append(HEX[shown >> 8 & 15])
                        .append(HEX[shown >> 4 & 15])
                        .append(HEX[shown & 15]);
            }
        }
    }
}
