package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Wildcard;

/** Patterns of shells: {@code *}, {@code ?} and {@code [a-z]}; what follows a backslash is meant as it is. */
final class ShellPattern {
    /** Comparisons that are made at most for one answer. */
    private static final long MOST_WORK = 1_000_000_000L;

    private static final Wildcard.Elements ELEMENTS = new Wildcard.Elements() {
        @Override
        public boolean fits(String pattern, int at, char one) {
            return ShellPattern.fits(pattern, at, one);
        }

        @Override
        public int after(String pattern, int at) {
            return ShellPattern.after(pattern, at);
        }
    };

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

    /**
     * Whether the whole text is of the pattern.
     *
     * @throws NotSimulatedException if both are so long that this would take too long, or the pattern names a class
     */
    static boolean matches(String pattern, String text) {
        limit((long) pattern.length() * text.length());
        return matches(pattern, text, 0, text.length());
    }

    private static void limit(long work) {
        if (work > MOST_WORK) {
            throw new NotSimulatedException("so long a value");
        }
    }

    private static boolean matches(String pattern, String text, int start, int end) {
        return Wildcard.matches(pattern, ELEMENTS, text, start, end);
    }

    /** Where the set that begins here ends; -1 if none does. */
    private static int setEnd(String pattern, int at) {
        return pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
    }

    private static int after(String pattern, int at) {
        int end = setEnd(pattern, at);
        if (end > 0) {
            return end + 1;
        }
        return pattern.charAt(at) == '\\' && at + 1 < pattern.length() ? at + 2 : at + 1;
    }

    private static boolean fits(String pattern, int at, char one) {
        int end = setEnd(pattern, at);
        if (end > 0) {
            return isIn(pattern.substring(at + 1, end), one);
        }
        char wanted = pattern.charAt(at);
        if (wanted == '\\' && at + 1 < pattern.length()) {
            return pattern.charAt(at + 1) == one;
        }
        return wanted == '?' || wanted == one;
    }

    private static boolean isIn(String set, char one) {
        if (set.contains("[:")) {
            throw new NotSimulatedException("[" + set + "]");
        }
        boolean none = set.startsWith("!") || set.startsWith("^");
        boolean found = false;
        for (int i = none ? 1 : 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            found |= set.charAt(i) <= one && one <= last;
            i += range ? 2 : 0;
        }
        return found != none;
    }

    /** The text without what matches at its beginning or end. */
    static String trimmed(String text, String operator, String pattern) {
        limit((long) text.length() * text.length() * pattern.length());
        boolean longest = operator.length() == 2;
        boolean front = operator.startsWith("#");
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest == front ? text.length() - i : i;
            boolean fits = front ? matches(pattern, text, 0, cut) : matches(pattern, text, cut, text.length());
            if (fits) {
                return front ? text.substring(cut) : text.substring(0, cut);
            }
        }
        return text;
    }
}
