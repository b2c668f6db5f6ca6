package io.kubelayers.interfaces.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers apply}: would a cluster take these manifests? */
@Command(
        name = "apply",
        description = {
            "Apply manifests to a fresh cluster in this process and say what becomes of each object.",
            "Exit code 1 says that something was refused."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers apply -f shop/",
            "  helm template shop | kubelayers apply -f - --dry-run"
        },
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Option(names = "--dry-run", description = "Only ask the API server; no controller acts on the objects.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (!clusterOptions.hasFiles()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "must specify -f FILE|DIR|-");
        }
        try (var started = CommandCluster.start(clusterOptions, namespace.namespace(), !dryRun, this::tell)) {
            var waiting = dryRun ? List.of() : PendingPods.of(started.cluster()).pods();
            if (!waiting.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(waiting.size() + (waiting.size() == 1 ? " pod finds" : " pods find")
                                + " no node; kubelayers explain-pending says why.");
            }
            return started.exitCode();
        }
    }

    private void tell(Applied applied) {
        var to = applied.isRefused()
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        to.println(applied.text() + (dryRun && !applied.isRefused() ? " (dry run)" : ""));
        to.flush();
    }
}
