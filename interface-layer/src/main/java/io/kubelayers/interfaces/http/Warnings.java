package io.kubelayers.interfaces.http;

/** Warning headers (RFC 7234, section 5.5): code 299, no agent, the text quoted. */
final class Warnings {
    private Warnings() {}

    static String header(String text) {
        var quoted = new StringBuilder("299 - \"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c != 0x7f) {
                quoted.append(c);
            } else {
                quoted.append(' ');
            }
        }
        return quoted.append('"').toString();
    }
}
