package io.kubelayers.interfaces.cli;

import java.util.List;

/** Files that a command cannot work with: a line for each trouble, with its place, and exit code 2. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    BadInputException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    BadInputException(String line, Throwable cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    List<String> lines() {
        return lines;
    }
}
