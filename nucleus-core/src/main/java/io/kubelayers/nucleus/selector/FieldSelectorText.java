package io.kubelayers.nucleus.selector;

import java.util.ArrayList;
import java.util.List;

/** The text form of field selectors: terms between commas, an operator in each, backslashes in values. */
final class FieldSelectorText {
    private FieldSelectorText() {}

    static List<FieldSelector.Requirement> parse(String text) {
        var terms = terms(text);
        terms.sort(null);
        var requirements = new ArrayList<FieldSelector.Requirement>();
        for (var term : terms) {
            if (!term.isEmpty()) {
                requirements.add(requirement(text, term));
            }
        }
        return requirements;
    }

    /** The parts between commas; a backslash takes the meaning from the comma after it, but stays. */
    private static List<String> terms(String text) {
        var terms = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                terms.add(text.substring(start, i));
                start = i + 1;
            }
        }
        terms.add(text.substring(start));
        return terms;
    }

    private static FieldSelector.Requirement requirement(String text, String term) {
        for (int i = 0; i < term.length(); i++) {
            for (var operator : List.of("!=", "==", "=")) {
                if (term.startsWith(operator, i)) {
                    var value = unescape(term.substring(i + operator.length()));
                    return new FieldSelector.Requirement(term.substring(0, i), !operator.equals("!="), value);
                }
            }
        }
        throw new InvalidSelectorException("invalid selector: '" + text + "'; can't understand '" + term + "'");
    }

    static String escape(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
    }

    private static String unescape(String value) {
        var out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '=') {
                throw new InvalidSelectorException("invalid field selector: unescaped character in value: " + (int) c);
            }
            if (c == '\\') {
                i++;
                if (i == value.length() || "\\,=".indexOf(value.charAt(i)) < 0) {
                    var next = i == value.length() ? "" : Character.toString(value.codePointAt(i));
                    throw new InvalidSelectorException("invalid field selector: invalid escape sequence: \\" + next);
                }
                c = value.charAt(i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
