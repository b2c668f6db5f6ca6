package io.kubelayers.nucleus.program;

import java.util.List;

/**
 * A command that simulated containers know.
 *
 * @param pattern the command, its words parted by blanks, in which {@code *} stands for any characters
 * @param program what it does
 */
public record KnownCommand(String pattern, Program program) {
    /** Whether the command is of that pattern. */
    public boolean matches(List<String> command) {
        return Wildcard.matches(pattern, String.join(" ", command));
    }
}
