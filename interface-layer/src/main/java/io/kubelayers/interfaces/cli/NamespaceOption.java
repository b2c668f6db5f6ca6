package io.kubelayers.interfaces.cli;

import picocli.CommandLine.Option;

/** In which namespace to look. */
final class NamespaceOption {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Namespace. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    String namespace() {
        return namespace;
    }
}
