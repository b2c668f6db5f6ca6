package io.kubelayers.nucleus.selector;

import java.util.OptionalLong;

/** Reads integers as Go's {@code strconv.ParseInt(text, 10, 64)} does: a sign, then ASCII digits, leading zeros too. */
final class DecimalText {
    private DecimalText() {}

    static OptionalLong parse(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (at == text.length()) {
            return OptionalLong.empty();
        }
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
