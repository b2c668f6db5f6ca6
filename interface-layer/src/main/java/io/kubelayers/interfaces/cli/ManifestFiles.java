package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.expectation.Expectations;
import io.kubelayers.nucleus.cluster.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * Reads the files and folders that options of a command name; {@code -} is the input. What is in a folder for {@code
 * kubelayers test} alone is passed over.
 */
final class ManifestFiles {
    private ManifestFiles() {}

    /**
     * Their texts.
     *
     * @throws CommandLine.ParameterException if one can't be read, or there is none in folders
     */
    static Manifests read(CommandLine command, List<String> files) {
        var manifests = new Manifests(List.of());
        try {
            for (var file : files) {
                manifests = manifests.and(
                        file.equals("-")
                                ? Manifests.of("input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
                                : Expectations.manifests(Path.of(file)));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandLine.ParameterException(command, String.valueOf(e.getMessage()), e);
        }
        if (!files.isEmpty() && manifests.texts().isEmpty()) {
            throw new CommandLine.ParameterException(
                    command, "no .yaml, .yml or .json file in " + String.join(", ", files));
        }
        return manifests;
    }
}
