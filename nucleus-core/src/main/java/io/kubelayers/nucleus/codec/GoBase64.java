package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.value.Bytes;

/** Base64 on the wire: line breaks are skipped, anything else out of place is named by its position, as Go does. */
final class GoBase64 {
    private GoBase64() {}

    /**
     * Reads standard base64 with padding.
     *
     * @throws IllegalArgumentException with Go's message if the text is not base64
     */
    static Bytes parse(String text) {
        String joined = text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\n", "").replace("\r", "");
        if (joined.length() % 4 == 0) {
            try {
                return Bytes.base64(joined);
            } catch (IllegalArgumentException e) {
                // told below, in Go's words
            }
        }
        throw new IllegalArgumentException("illegal base64 data at input byte " + firstIllegal(text));
    }

    private static int firstIllegal(String text) {
        int inGroup = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            if (c == '=') {
                return padding(text, i, inGroup);
            }
            if (!isDigit(c)) {
                return i;
            }
            inGroup = (inGroup + 1) % 4;
        }
        return text.length() - inGroup;
    }

    /** Padding may only fill up the last group. */
    private static int padding(String text, int at, int inGroup) {
        if (inGroup < 2) {
            return at;
        }
        int end = at + 1;
        if (inGroup == 2) {
            while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
                end++;
            }
            if (end == text.length()) {
                return text.length();
            }
            if (text.charAt(end) != '=') {
                return end;
            }
            end++;
        }
        while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
