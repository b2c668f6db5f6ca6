package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the placeholders of a scenario stand for, as far as answers have shown it. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)([0-9]*)\\}\\}");

    private final Map<String, String> values;

    Placeholders() {
        this(Map.of());
    }

    private Placeholders(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** Tells what requests say for a placeholder without a number; answers may show any. */
    void set(String name, String value) {
        values.put(name, value);
    }

    /** A copy to try something with. */
    Placeholders copy() {
        return new Placeholders(values);
    }

    /** Takes over what a copy has learned. */
    void learn(Placeholders tried) {
        values.putAll(tried.values);
    }

    static boolean in(String text) {
        return text.contains("{{");
    }

    /** The text with the values of all placeholders that are known. */
    String filled(String text) {
        if (!in(text)) {
            return text;
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(values.getOrDefault(match.group(1) + match.group(2), match.group())));
    }

    @Nullable
    Object filledTree(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var filled = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> filled.put(filled((String) key), filledTree(value)));
            return filled;
        }
        if (tree instanceof List<?> list) {
            var filled = new ArrayList<@Nullable Object>();
            list.forEach(item -> filled.add(filledTree(item)));
            return filled;
        }
        if (tree instanceof String text) {
            var whole = PLACEHOLDER.matcher(text);
            if (whole.matches() && whole.group(1).equals("port")) {
                return Long.valueOf(filled(text));
            }
            return filled(text);
        }
        return tree;
    }

    /** Whether a text is the expected one; binds the placeholders that it shows for the first time. */
    boolean matches(String expected, String actual) {
        if (!in(expected)) {
            return expected.equals(actual);
        }
        var names = new ArrayList<String>();
        var pattern = new StringBuilder();
        var matcher = PLACEHOLDER.matcher(expected);
        int from = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(expected.substring(from, matcher.start())));
            from = matcher.end();
            var name = matcher.group(1) + matcher.group(2);
            // two tokens asked for in one second were the same before tokens had an id
            boolean fresh = matcher.group(2).isEmpty() || matcher.group(1).equals("token");
            var known = fresh ? null : values.get(name);
            if (known != null) {
                pattern.append(Pattern.quote(known));
            } else {
                pattern.append('(').append(form(matcher.group(1))).append(')');
                names.add(name);
            }
        }
        pattern.append(Pattern.quote(expected.substring(from)));
        var found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!found.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            // of those without a number the suffix of token volumes is also sent back: the one seen last is meant
            if (names.get(i).matches(".*[0-9]") || names.get(i).equals("suffix")) {
                values.put(names.get(i), found.group(i + 1));
            }
        }
        return true;
    }

    private static String form(String kind) {
        return switch (kind) {
            case "rv", "port" -> "[0-9]+";
            case "uid" -> "[0-9a-f]{8}-[0-9a-f-]{27}";
            case "time" -> "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:\\.[0-9]{6})?Z";
            case "age" -> "[0-9]+[smhdy](?:[0-9]+[smhd])?|<unknown>|<invalid>";
            case "hash" -> "[bcdfghjklmnpqrstvwxz2456789]{4,10}";
            case "gen" -> "[bcdfghjklmnpqrstvwxz2456789]{5}";
            case "ip" -> "10\\.96\\.[0-9]+\\.[0-9]+";
            case "continue", "token" -> "[A-Za-z0-9_.=-]+";
            case "suffix" -> "[a-z0-9]+";
            default -> ".*";
        };
    }

    /** The version a placeholder stands for; null if it is not known or the text is no version. */
    @Nullable
    Long version(String expected) {
        var value = filled(expected);
        return value.matches("[0-9]+") ? Long.valueOf(value) : null;
    }
}
