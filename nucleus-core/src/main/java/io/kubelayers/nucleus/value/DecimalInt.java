package io.kubelayers.nucleus.value;

/** Whole numbers in text as Go's {@code strconv.Atoi} reads them, with its error texts. */
final class DecimalInt {
    private DecimalInt() {}

    /**
     * Reads a 64-bit number with an optional sign.
     *
     * @throws NumberFormatException with Go's message
     */
    static long parse(String text) {
        if (!isNumber(text)) {
            throw new NumberFormatException("strconv.Atoi: parsing " + GoQuote.quote(text) + ": invalid syntax");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NumberFormatException("strconv.Atoi: parsing " + GoQuote.quote(text) + ": value out of range");
        }
    }

    /** ASCII digits only: {@link Long#parseLong} alone would take those of any script. */
    static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }
}
