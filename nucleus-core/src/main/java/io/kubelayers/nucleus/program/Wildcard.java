package io.kubelayers.nucleus.program;

/** Patterns in which {@code *} stands for any characters. */
public final class Wildcard {
    /** What a pattern has beside {@code *}: elements that stand for one character each. */
    public interface Elements {
        /** Whether the element that begins at {@code at} stands for this character. */
        boolean fits(String pattern, int at, char one);

        /** Where the next element begins. */
        int after(String pattern, int at);
    }

    private static final Elements CHARACTERS = new Elements() {
        @Override
        public boolean fits(String pattern, int at, char one) {
            return pattern.charAt(at) == one;
        }

        @Override
        public int after(String pattern, int at) {
            return at + 1;
        }
    };

    private Wildcard() {}

    /** Whether the whole text is of the pattern. Takes time in the product of both lengths at most. */
    public static boolean matches(String pattern, String text) {
        return matches(pattern, CHARACTERS, text, 0, text.length());
    }

    /** Whether a part of a text is of a pattern with more than {@code *} in it, in the same time. */
    public static boolean matches(String pattern, Elements elements, String text, int start, int end) {
        int p = 0;
        int t = start;
        int star = -1;
        int mark = start;
        while (t < end) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = ++p;
                mark = t;
            } else if (p < pattern.length() && elements.fits(pattern, p, text.charAt(t))) {
                p = elements.after(pattern, p);
                t++;
            } else if (star >= 0) {
                p = star;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
