package io.kubelayers.nucleus.validation;

/**
 * The shapes that names may have, each tested in one pass without backtracking, whatever the text. Each method says
 * the regular expression it stands for.
 */
final class Scan {
    private Scan() {}

    /** {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?} */
    static boolean isDnsLabel(String text) {
        return isDnsLabel(text, 0, text.length());
    }

    private static boolean isDnsLabel(String text, int from, int to) {
        if (from >= to || !isLowerOrDigit(text.charAt(from)) || !isLowerOrDigit(text.charAt(to - 1))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isLowerOrDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** {@code [a-z]([-a-z0-9]*[a-z0-9])?} */
    static boolean isDns1035Label(String text) {
        return isDnsLabel(text) && isLower(text.charAt(0));
    }

    /** DNS labels joined by dots, from this position on. */
    static boolean isDnsSubdomain(String text, int from) {
        while (true) {
            int dot = text.indexOf('.', from);
            if (!isDnsLabel(text, from, dot < 0 ? text.length() : dot)) {
                return false;
            }
            if (dot < 0) {
                return true;
            }
            from = dot + 1;
        }
    }

    /** {@code _?[a-z0-9]([-_a-z0-9]*[a-z0-9])?} joined by dots. */
    static boolean isDnsSubdomainWithUnderscore(String text) {
        for (int from = 0; from <= text.length(); ) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            int start = from < to && text.charAt(from) == '_' ? from + 1 : from;
            if (start >= to || !isLowerOrDigit(text.charAt(start)) || !isLowerOrDigit(text.charAt(to - 1))) {
                return false;
            }
            for (int i = start; i < to; i++) {
                char c = text.charAt(i);
                if (!isLowerOrDigit(c) && c != '-' && c != '_') {
                    return false;
                }
            }
            from = to + 1;
        }
        return true;
    }

    /** {@code ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]} */
    static boolean isLabelName(String text) {
        int last = text.length() - 1;
        return last >= 0 && isLetterOrDigit(text.charAt(0)) && isLetterOrDigit(text.charAt(last)) && isConfigKey(text);
    }

    /** {@code [-._a-zA-Z0-9]+} */
    static boolean isConfigKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** {@code [-._a-zA-Z][-._a-zA-Z0-9]*} */
    static boolean isEnvVarName(String text) {
        return isConfigKey(text) && !isDigit(text.charAt(0));
    }

    /** {@code [A-Za-z_][A-Za-z0-9_]*} */
    static boolean isCIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '_') {
                return false;
            }
        }
        return !text.isEmpty() && !isDigit(text.charAt(0));
    }

    /** {@code [-A-Za-z0-9]+} */
    static boolean isHttpHeader(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '-') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** {@code [A-Za-z0-9/\-._~%!$&'()*+,;=:]+} */
    static boolean isHttpPath(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && "/-._~%!$&'()*+,;=:".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** {@code [0-9]+%} */
    static boolean isPercent(String text) {
        int digits = text.length() - 1;
        for (int i = 0; i < digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return digits > 0 && text.charAt(digits) == '%';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLowerOrDigit(char c) {
        return isLower(c) || isDigit(c);
    }

    static boolean isLetter(char c) {
        return isLower((char) (c | 0x20)) && c < 0x80;
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** How many bytes a code point has in UTF-8. */
    static int bytes(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** How many bytes the text has in UTF-8; limits on lengths count these. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }
}
