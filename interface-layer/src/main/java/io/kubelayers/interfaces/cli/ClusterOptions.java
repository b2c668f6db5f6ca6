package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Manifests;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the cluster of a command is made of. */
final class ClusterOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR|-",
            description = "Manifests in YAML or JSON to start the cluster with; - reads the input. Repeatable.")
    private List<String> files = List.of();

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many nodes there are. Default: 3, or none if the manifests bring nodes.")
    private @Nullable Integer nodes;

    @CommandLine.Mixin
    private NodeSizeOptions size = new NodeSizeOptions();

    @Option(
            names = "--after",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Let this much virtual time pass first, such as 5m or 1h30m.")
    private @Nullable Duration after;

    private Duration standardTime = Duration.ZERO;
    private GovernanceLayer governance = GovernanceLayer.standard();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chance: the same number gives the same cluster. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say what is being done, and not only when it takes long.")
    private boolean verbose;

    boolean hasFiles() {
        return !files.isEmpty();
    }

    @Nullable
    Integer nodes() {
        return nodes;
    }

    NodeSizeOptions size() {
        return size;
    }

    Duration after() {
        return after == null ? standardTime : after;
    }

    /** These options, with a time that passes where none is given: for questions about pods that are up. */
    ClusterOptions withTime(Duration standard) {
        standardTime = standard;
        return this;
    }

    /** These options, with another governance layer. */
    ClusterOptions withGovernance(GovernanceLayer layer) {
        governance = layer;
        return this;
    }

    GovernanceLayer governance() {
        return governance;
    }

    long seed() {
        return seed;
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    Progress progress() {
        return new Progress(spec.commandLine().getErr(), System::nanoTime, verbose);
    }

    /**
     * The manifests that were named.
     *
     * @throws CommandLine.ParameterException if one can't be read
     */
    Manifests manifests() {
        return ManifestFiles.read(spec.commandLine(), files);
    }
}
