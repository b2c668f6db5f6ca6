package io.kubelayers.nucleus.validation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** How the parts of an address are written: what a percent sign may stand for ({@code net/url}, {@code unescape}). */
enum GoUrlEscapes {
    PATH,
    USER,
    FRAGMENT,
    /** Only bytes beyond ASCII are escaped, and few signs may stand for themselves. */
    HOST,
    /** The zone of an IPv6 address. */
    ZONE;

    private static final String MARKS = "-_.~";
    private static final String IN_HOSTS = "!$&'()*+,;=:[]<>\"" + MARKS;
    private static final String IN_USERS = "-._:~!$&'()*+,;=%@";
    private static final String PLAIN_IN_USERS = "$&+,;=" + MARKS;

    /** The text that is meant. */
    String unescape(String text) throws GoUrl.MalformedException {
        var out = new ByteArrayOutputStream(text.length());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            if (c == '%') {
                out.write(escaped(bytes, i));
                i += 2;
            } else if ((this == HOST || this == ZONE) && c < 0x80 && !mayBeInHost(c)) {
                throw new GoUrl.MalformedException(
                        "invalid character " + GoText.quote(String.valueOf((char) c)) + " in host name");
            } else {
                out.write(c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private int escaped(byte[] text, int at) throws GoUrl.MalformedException {
        int high = at + 2 < text.length ? Character.digit(text[at + 1], 16) : -1;
        int low = at + 2 < text.length ? Character.digit(text[at + 2], 16) : -1;
        int meant = high * 16 + low;
        boolean allowed = high >= 0 && low >= 0;
        if (this == HOST && meant != '%') {
            allowed &= high >= 8;
        } else if (this == ZONE && meant != '%') {
            allowed &= meant == ' ' || mayBeInHost(meant);
        }
        if (!allowed) {
            var wrong = new String(text, at, Math.min(3, text.length - at), StandardCharsets.UTF_8);
            throw new GoUrl.MalformedException("invalid URL escape " + GoText.quote(wrong));
        }
        return meant;
    }

    private static boolean mayBeInHost(int c) {
        return isAlphanumeric(c) || IN_HOSTS.indexOf(c) >= 0;
    }

    static boolean mayBeInUser(int c) {
        return isAlphanumeric(c) || IN_USERS.indexOf(c) >= 0;
    }

    /** User or password as an address has them. */
    static String escapeUser(String text) {
        var out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xff;
            if (isAlphanumeric(c) || PLAIN_IN_USERS.indexOf(c) >= 0) {
                out.append((char) c);
            } else {
                out.append(String.format("%%%02X", c));
            }
        }
        return out.toString();
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
