package io.kubelayers.interfaces.cli;

import picocli.CommandLine.Option;

/** Where an action takes place. */
final class AccessOptions {
    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Namespace. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "In all namespaces.")
    private boolean everywhere;

    @Option(names = "--subresource", paramLabel = "NAME", defaultValue = "", description = "Such as status or scale.")
    private String subresource = "";

    Permissions.Scope scope() {
        return new Permissions.Scope(everywhere ? "" : namespace, subresource);
    }
}
