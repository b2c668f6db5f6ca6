package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The manifests of a command that decides without a cluster. */
final class PlainManifestOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR|-",
            required = true,
            description = "Manifests in YAML or JSON; - reads the input. Repeatable.")
    private List<String> files = List.of();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    /** The objects; those that need a namespace and name none are in the one of the options. */
    List<KubernetesObject> objects() {
        return objects(files);
    }

    /** The same of other files and folders. */
    List<KubernetesObject> objects(List<String> places) {
        return PlainManifests.read(spec.commandLine(), places, namespace.namespace());
    }
}
