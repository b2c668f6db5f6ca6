package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.disruption.DrainOptions;
import io.kubelayers.governance.disruption.DrainTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers drain}: tries the drain of a node, and tells what happened when. */
@Command(
        name = "drain",
        description = {
            "Try to drain a node: which pods go when, which budgets hold them back, how long it takes.",
            "Pods have a minute to become ready unless --after says otherwise."
        },
        footer = {
            "",
            "Example:",
            "  kubelayers drain node-1 -f shop/ --nodes 3 --ignore-daemonsets --timeout 10m",
            "",
            "The options of the drain are those of kubectl. Exit code 1: the node can't be drained."
        },
        mixinStandardHelpOptions = true)
final class DrainCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Parameters(paramLabel = "NODE", description = "The node.")
    private String node = "";

    @Option(names = "--ignore-daemonsets", description = "Leave pods of DaemonSets where they are.")
    private boolean ignoreDaemonSets;

    @Option(names = "--delete-emptydir-data", description = "Lose the data of emptyDir volumes.")
    private boolean deleteEmptyDirData;

    @Option(names = "--force", description = "Evict pods that nobody replaces.")
    private boolean force;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description = "Longest virtual time to wait. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(30);

    @Mixin
    private FindingOutput output = new FindingOutput();

    @Override
    public Integer call() {
        output.isJson();
        try (var started = CommandCluster.start(clusterOptions.withTime(Duration.ofMinutes(1)))) {
            var options = new DrainOptions(ignoreDaemonSets, deleteEmptyDirData, force);
            var trial = DrainTrial.of(started.cluster(), node, options, timeout);
            print(trial);
            return trial.completes() ? started.exitCode() : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void print(DrainTrial trial) {
        if (output.isJson()) {
            output.json(trial.finding());
        } else {
            output.text(String.join("\n", lines(trial)) + "\n");
        }
    }

    private static List<String> lines(DrainTrial trial) {
        var lines = new ArrayList<String>();
        for (var note : trial.left()) {
            lines.add("      -  stays    " + note.pod() + "  " + note.note());
        }
        for (var step : trial.steps()) {
            var word = step.event().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            var text = step.text().isEmpty() ? "" : "  " + step.text();
            lines.add(String.format(Locale.ROOT, "%6ds  %-8s %s%s", step.after().toSeconds(), word, step.pod(), text));
        }
        for (var note : trial.stuck()) {
            lines.add("      -  stuck    " + note.pod() + "  " + note.note());
        }
        lines.add(trial.explain());
        return lines;
    }
}
