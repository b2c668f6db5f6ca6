package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.scheduling.SchedulingSections;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers compare}: what would another configuration make of the same pods? */
@Command(
        name = "compare",
        description = {
            "Place the same pods by two scheduler configurations: which go elsewhere, how evenly nodes are filled, and"
                    + " how much of what is free is of no use to pods like these.",
            "Exit code 0: all pods find a node by the second; 1: one does not; 2: the files can't be used."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers compare -f shop/ --nodes nodes.yaml --with packing.yaml",
            "  kubelayers compare -f dump.yaml --config today.yaml --with tomorrow.yaml -o json"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private SchedulingOptions options = new SchedulingOptions();

    @Mixin
    private SchedulingOutput output = new SchedulingOutput();

    @Option(
            names = "--with",
            paramLabel = "FILE",
            required = true,
            description = "The other KubeSchedulerConfiguration; that of --config, or the default one, is the first.")
    private @Nullable String with;

    @Override
    public Integer call() {
        output.check();
        var first = options.profiles(options.config());
        var second = options.profiles(with);
        var given = options.cluster();
        options.needNodes(given);
        options.needPods(given);
        options.progress().stage("placing " + given.waiting().size() + " pods twice");
        var comparison = options.scheduling(given, first).compare(options.scheduling(given, second), given.waiting());
        output.write(
                "Two configurations",
                name(options.config()) + " against " + name(with),
                SchedulingSections.of(comparison, name(options.config()), name(with)),
                comparison::toJson);
        return comparison.second().allScheduled() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static String name(@Nullable String file) {
        return file == null ? "default" : String.valueOf(Path.of(file).getFileName());
    }
}
