package io.kubelayers.nucleus.toolbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of a line.
 *
 * @param when on what outcome of the command before it is run
 * @param words the command
 * @param redirects where its output goes instead
 * @param input the file that it reads instead of what comes in, null for none
 * @param piped whether the next command reads what it writes
 */
record ShellCommand(
        When when, List<ShellWord> words, List<Redirect> redirects, @Nullable ShellWord input, boolean piped) {
    /** On what outcome of the command before. */
    enum When {
        ALWAYS,
        SUCCESS,
        FAILURE;

        boolean holds(int status) {
            return this == ALWAYS || (this == SUCCESS) == (status == 0);
        }
    }

    /**
     * Output that goes elsewhere.
     *
     * @param error whether it is that of errors
     * @param append whether it is put behind what is there
     * @param toOther whether it goes to the other output, and not to a file
     * @param file the file
     */
    record Redirect(boolean error, boolean append, boolean toOther, ShellWord file) {}

    ShellCommand {
        words = List.copyOf(words);
        redirects = List.copyOf(redirects);
    }
}
