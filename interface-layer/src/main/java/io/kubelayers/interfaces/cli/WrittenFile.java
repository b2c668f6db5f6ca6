package io.kubelayers.interfaces.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes what a command was asked to write beside its output. */
final class WrittenFile {
    private WrittenFile() {}

    /** As below, with a text that is only made if it is wanted. */
    static void write(CommandLine command, @Nullable Path file, Supplier<String> text) {
        if (file != null) {
            write(command, file, text.get());
        }
    }

    /**
     * Writes a file and the folders it is in; nothing if none is wanted.
     *
     * @throws CommandLine.ParameterException if that is not possible
     */
    static void write(CommandLine command, @Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(command, "can't write " + file + ": " + e.getMessage(), e);
        }
    }
}
