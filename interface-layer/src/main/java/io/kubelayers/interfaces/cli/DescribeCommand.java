package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubelayers describe}: all there is to know of an object, with what happened to it. */
@Command(
        name = "describe",
        description = "Show objects in detail: fields, conditions, why a pod is pending, events.",
        footer = {
            "",
            "Examples:",
            "  kubelayers describe pod/web -f web.yaml",
            "  kubelayers describe deployment web -n shop -f shop/ --after 5m"
        },
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Parameters(paramLabel = "TYPE[/NAME]", arity = "1..*", description = "Resources, such as pod/web or pods.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        try (var started = CommandCluster.start(clusterOptions)) {
            var cluster = started.cluster();
            var out = spec.commandLine().getOut();
            var separator = "";
            for (var argument : ObjectArguments.read(spec.commandLine(), cluster.types(), words)) {
                var resources = cluster.client().on(argument.type());
                var home = argument.type().namespaced() ? namespace.namespace() : "";
                List<KubernetesObject> objects = argument.names().isEmpty()
                        ? resources.list(home).items()
                        : argument.names().stream()
                                .map(name -> resources.get(home, name))
                                .toList();
                for (var object : objects) {
                    out.print(separator);
                    out.print(Description.of(cluster, argument.type(), object));
                    separator = "\n\n";
                }
            }
            out.flush();
            return started.exitCode();
        }
    }
}
