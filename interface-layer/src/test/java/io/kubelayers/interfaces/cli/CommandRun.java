package io.kubelayers.interfaces.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command line gave.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it said beside
 */
public record CommandRun(int code, String out, String err) {
    /** Without what a command says of its progress, which depends on how busy the machine is. */
    public static CommandRun of(String... arguments) {
        var run = withProgress(arguments);
        return new CommandRun(run.code, run.out, run.err.replaceAll("(?m)^\\.{3} .*\\R", ""));
    }

    static CommandRun withProgress(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Kubelayers.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** Writes a manifest and gives its path. */
    static String file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
