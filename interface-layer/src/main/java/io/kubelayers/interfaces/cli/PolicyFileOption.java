package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.abac.AbacFileException;
import io.kubelayers.governance.abac.AbacPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A policy file of authorization mode ABAC. */
final class PolicyFileOption {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--authorization-policy-file",
            paramLabel = "FILE",
            description = "Policies of mode ABAC, one a line, which are asked after the roles.")
    private @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /** The layer with the policies, if there are any. */
    GovernanceLayer on(GovernanceLayer layer) {
        return policy().map(layer::abac).orElse(layer);
    }

    /**
     * The policies, if a file is given.
     *
     * @throws CommandLine.ParameterException if it can't be read
     */
    Optional<AbacPolicy> policy() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AbacPolicy.parse(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "can't read the policies in " + file + ": " + e, e);
        } catch (AbacFileException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
