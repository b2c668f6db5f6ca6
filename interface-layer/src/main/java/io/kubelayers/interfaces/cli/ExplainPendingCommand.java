package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers explain-pending}: why pods have no node, for each node and each plugin. */
@Command(
        name = "explain-pending",
        description = "Say why pods find no node: each node, and each rule that rejects the pod there.",
        footer = {
            "",
            "Examples:",
            "  kubelayers explain-pending -f shop/ --nodes 3 --node-cpu 2",
            "  kubelayers explain-pending web-0 -n shop -f shop/ -o json"
        },
        mixinStandardHelpOptions = true)
final class ExplainPendingCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace. Default: all, or default for a named pod.")
    private @Nullable String namespace;

    @Parameters(paramLabel = "POD", arity = "0..1", description = "Only this pod. Default: all that are pending.")
    private @Nullable String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "json for the findings as JSON, one pod a line.")
    private @Nullable String output;

    @Override
    public Integer call() {
        if (output != null && !output.equals("json")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "unknown output format \"" + output + "\"; there is json");
        }
        try (var started = CommandCluster.start(clusterOptions)) {
            if (name != null) {
                explain(started.cluster(), name.startsWith("pod/") ? name.substring(4) : name);
            } else {
                explainAll(started.cluster());
            }
            spec.commandLine().getOut().flush();
            return started.exitCode();
        }
    }

    private void explain(Cluster cluster, String podName) {
        var home = namespace == null ? "default" : namespace;
        var pod = cluster.client().on(Pod.class).get(home, podName);
        if (!PendingPods.isPending(pod)) {
            spec.commandLine()
                    .getOut()
                    .println("pod/" + podName + " is not pending: it is on node "
                            + pod.spec().nodeName());
            return;
        }
        print(PendingPods.of(cluster), List.of(pod));
    }

    private void explainAll(Cluster cluster) {
        var pending = PendingPods.of(cluster);
        var pods = pending.pods().stream()
                .filter(pod ->
                        namespace == null || pod.metadata().namespaceOrEmpty().equals(namespace))
                .toList();
        if (pods.isEmpty() && output == null) {
            spec.commandLine().getOut().println("No pod is pending.");
        }
        print(pending, pods);
    }

    private void print(PendingPods pending, List<Pod> pods) {
        var out = spec.commandLine().getOut();
        var separator = "";
        for (var pod : pods) {
            var placement = pending.placement(pod);
            if (output != null) {
                out.println(Render.json(placement));
                continue;
            }
            out.print(separator);
            out.print(Render.text(placement));
            separator = System.lineSeparator();
        }
    }
}
