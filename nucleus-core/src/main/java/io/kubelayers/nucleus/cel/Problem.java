package io.kubelayers.nucleus.cel;

/**
 * Something wrong with an expression.
 *
 * @param offset where, in characters from the start; -1 if it is the whole
 * @param message what
 */
record Problem(int offset, String message) {
    /** With the place, and the line it is in with a mark under it. */
    String shown(String text) {
        if (offset < 0) {
            return "ERROR: <input>:-1:0: " + message;
        }
        int end = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        int stop = text.indexOf('\n', start);
        var source = text.substring(start, stop < 0 ? text.length() : stop).replace('\t', ' ');
        int column = text.codePointCount(start, end);
        return "ERROR: <input>:" + line + ":" + (column + 1) + ": " + message + "\n | " + source + "\n | "
                + ".".repeat(column) + "^";
    }
}
