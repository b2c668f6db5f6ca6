package io.kubelayers.nucleus.toolbox;

/**
 * Where a command reads or writes instead.
 *
 * @param stream 0 for its input, 1 for its output, 2 for errors
 * @param kind what is there instead
 * @param word the name of a file, the number of another stream, or the text itself
 */
record ShellRedirect(int stream, Kind kind, ShellWord word) {
    /** What is there instead. */
    enum Kind {
        READ,
        WRITE,
        APPEND,
        COPY,
        TEXT
    }
}
