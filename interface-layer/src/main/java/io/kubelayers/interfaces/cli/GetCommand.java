package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.table.TableText;
import io.kubelayers.interfaces.table.Tables;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.RequestOptionsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers get}: what is in a cluster after its controllers have done their work. */
@Command(
        name = "get",
        description = "Start a cluster from manifests and print what is in it, as kubectl get does.",
        footer = {
            "",
            "Examples:",
            "  kubelayers get pods -f shop/ -A -o wide",
            "  kubelayers get deploy,rs,pods -f web.yaml --after 5m",
            "  kubelayers get deployment/web -f web.yaml -o yaml"
        },
        mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Parameters(
            paramLabel = "TYPE[/NAME]",
            arity = "1..*",
            description = "Resources, such as pods or deploy,svc, with names, or all.")
    private List<String> words = List.of();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Look in all namespaces.")
    private boolean everywhere;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            completionCandidates = OutputFormat.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable String output;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects with these labels, such as app=web,tier!=db.")
    private @Nullable String labels;

    @Option(
            names = "--field-selector",
            paramLabel = "SELECTOR",
            description = "Only objects with these fields, such as status.phase=Pending.")
    private @Nullable String fields;

    @Option(names = "--show-labels", description = "Add a column of labels.")
    private boolean showLabels;

    @Option(names = "--no-headers", description = "Leave the column titles out.")
    private boolean noHeaders;

    @Override
    public Integer call() {
        var format = format();
        try (var started = CommandCluster.start(clusterOptions)) {
            var cluster = started.cluster();
            var arguments = ObjectArguments.read(spec.commandLine(), cluster.types(), words);
            var found = new ArrayList<Found>();
            for (var argument : arguments) {
                found.add(new Found(argument.type(), find(cluster, argument)));
            }
            boolean alone = arguments.size() == 1 && arguments.get(0).names().size() == 1;
            print(cluster, found, format, alone);
            return started.exitCode();
        }
    }

    private OutputFormat format() {
        if (output == null) {
            return OutputFormat.TABLE;
        }
        if (!new OutputFormat.Names().contains(output)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "unknown output format \"" + output + "\"; there are "
                            + String.join(", ", new OutputFormat.Names()));
        }
        return OutputFormat.valueOf(output.toUpperCase(Locale.ROOT));
    }

    private List<KubernetesObject> find(Cluster cluster, ObjectArguments argument) {
        var resources = cluster.client().on(argument.type());
        var home = argument.type().namespaced() ? namespace.namespace() : "";
        if (!argument.names().isEmpty()) {
            if (everywhere && argument.type().namespaced()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "a resource cannot be retrieved by name across all namespaces");
            }
            return argument.names().stream()
                    .map(name -> resources.get(home, name))
                    .toList();
        }
        var options = RequestOptionsBuilder.builder(RequestOptions.NONE)
                .labelSelector(labels)
                .fieldSelector(fields)
                .build();
        return resources.list(everywhere ? "" : home, options).items();
    }

    private void print(Cluster cluster, List<Found> found, OutputFormat format, boolean alone) {
        var out = spec.commandLine().getOut();
        var objects = found.stream().flatMap(each -> each.objects().stream()).toList();
        switch (format) {
            case YAML -> out.print(new ObjectText(cluster.types()).yaml(objects, alone));
            case JSON -> out.print(new ObjectText(cluster.types()).json(objects, alone));
            case NAME -> found.forEach(each -> each.objects()
                    .forEach(object -> out.println(
                            ResourceNames.display(each.type(), object.metadata().nameOrEmpty()))));
            default -> tables(cluster, found, format == OutputFormat.WIDE);
        }
        if (objects.isEmpty() && (format == OutputFormat.TABLE || format == OutputFormat.WIDE)) {
            boolean inNamespace =
                    !everywhere && found.stream().anyMatch(each -> each.type().namespaced());
            spec.commandLine()
                    .getErr()
                    .println(
                            inNamespace
                                    ? "No resources found in " + namespace.namespace() + " namespace."
                                    : "No resources found");
        }
        out.flush();
    }

    private void tables(Cluster cluster, List<Found> found, boolean wide) {
        var out = spec.commandLine().getOut();
        var separator = "";
        for (var each : found) {
            if (each.objects().isEmpty()) {
                continue;
            }
            var text = TableText.plain()
                    .withWide(wide)
                    .withHeader(!noHeaders)
                    .withNamespaces(everywhere && each.type().namespaced())
                    .withLabels(showLabels)
                    .withPrefix(found.size() > 1 ? ResourceNames.display(each.type(), "") : "");
            out.print(separator);
            out.print(text.print(Tables.of(each.type(), each.objects(), cluster.now())));
            separator = System.lineSeparator();
        }
    }
}
