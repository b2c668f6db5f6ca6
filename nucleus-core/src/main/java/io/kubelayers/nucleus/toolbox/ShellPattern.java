package io.kubelayers.nucleus.toolbox;

import java.util.regex.Pattern;

/** Patterns of shells: {@code *}, {@code ?} and {@code [a-z]}; what follows a backslash is meant as it is. */
final class ShellPattern {
    private ShellPattern() {}

    /** A text in which nothing is a pattern. */
    static String escaped(String text) {
        return text.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }

    static boolean isPattern(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\\') {
                i++;
            } else if (one == '*' || one == '?' || one == '[' && text.indexOf(']', i + 2) > 0) {
                return true;
            }
        }
        return false;
    }

    static boolean matches(String pattern, String text) {
        return compiled(pattern).matcher(text).matches();
    }

    static Pattern compiled(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char one = pattern.charAt(i);
            int end = one == '[' ? pattern.indexOf(']', i + 2) : -1;
            if (one == '*') {
                regex.append(".*");
            } else if (one == '?') {
                regex.append('.');
            } else if (end > 0) {
                var inside = pattern.substring(i + 1, end);
                boolean none = inside.startsWith("!") || inside.startsWith("^");
                var set = (none ? inside.substring(1) : inside).replaceAll("[\\[\\]&^\\\\]", "\\\\$0");
                regex.append('[').append(none ? "^" : "").append(set).append(']');
                i = end;
            } else {
                boolean escapes = one == '\\' && i + 1 < pattern.length();
                regex.append(Pattern.quote(Character.toString(escapes ? pattern.charAt(++i) : one)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** The text without what matches at its beginning or end. */
    static String trimmed(String text, String operator, String pattern) {
        var regex = compiled(pattern);
        boolean longest = operator.length() == 2;
        boolean front = operator.startsWith("#");
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest == front ? text.length() - i : i;
            var part = front ? text.substring(0, cut) : text.substring(cut);
            if (regex.matcher(part).matches()) {
                return front ? text.substring(cut) : text.substring(0, cut);
            }
        }
        return text;
    }
}
