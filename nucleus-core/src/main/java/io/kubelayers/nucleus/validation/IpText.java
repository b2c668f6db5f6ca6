package io.kubelayers.nucleus.validation;

/** Recognizes IP addresses as upstream's lenient parser does ({@code utils/internal/third_party/forked/golang/net}). */
final class IpText {
    private static final int TOO_BIG = 0xFFFFFF;
    private static final int GROUPS = 8;

    private final String text;
    private int at;

    private IpText(String text) {
        this.text = text;
    }

    /** True for four decimal numbers with dots, or groups of hexadecimal digits with colons. */
    static boolean isAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                return new IpText(text).isV4ToTheEnd();
            }
            if (text.charAt(i) == ':') {
                return new IpText(text).isV6();
            }
        }
        return false;
    }

    /** True for an address, a slash and a number of bits that it has. */
    static boolean isRange(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isAddress(text.substring(0, slash))) {
            return false;
        }
        var bits = new IpText(text);
        bits.at = slash + 1;
        int number = bits.number(10);
        return number >= 0 && bits.at == text.length() && number <= (text.lastIndexOf(':', slash) < 0 ? 32 : 128);
    }

    private boolean isV4ToTheEnd() {
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && !skip('.')) {
                return false;
            }
            int number = number(10);
            if (number < 0 || number > 0xFF) {
                return false;
            }
        }
        return at == text.length();
    }

    private boolean isV6() {
        boolean ellipsis = text.startsWith("::");
        if (ellipsis) {
            at = 2;
        }
        int groups = 0;
        while (at < text.length() && groups < GROUPS) {
            int start = at;
            int number = number(16);
            if (number < 0 || number > 0xFFFF) {
                return false;
            }
            if (at < text.length() && text.charAt(at) == '.') {
                at = start;
                groups += 2;
                return (ellipsis ? groups < GROUPS : groups == GROUPS) && isV4ToTheEnd();
            }
            groups++;
            if (at == text.length()) {
                break;
            }
            if (!skip(':') || at == text.length()) {
                return false;
            }
            if (skip(':')) {
                if (ellipsis) {
                    return false;
                }
                ellipsis = true;
            }
        }
        return at == text.length() && (ellipsis ? groups < GROUPS : groups == GROUPS);
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** The number that starts here, or -1 if there is none or it is far too big. */
    private int number(int radix) {
        int start = at;
        int number = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                break;
            }
            number = number * radix + digit;
            if (number >= TOO_BIG) {
                return -1;
            }
            at++;
        }
        return at == start ? -1 : number;
    }
}
