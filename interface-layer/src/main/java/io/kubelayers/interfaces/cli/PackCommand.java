package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.interfaces.scheduling.SchedulingSections;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers pack}: how many nodes do these pods need? */
@Command(
        name = "pack",
        description = {
            "Find the fewest nodes of given shapes that must be added so that all pods fit, as kube-scheduler places"
                    + " them. What DaemonSets of the files need on each node is taken off first.",
            "Exit code 0: they fit; 1: no set of nodes is enough; 2: the files can't be used."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers pack -f shop/ --shape m=4,16Gi --shape xl=16,64Gi",
            "  kubelayers pack -f shop/ --nodes dump.yaml --shapes shapes.yaml --max 50 --svg packing.svg"
        },
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private SchedulingOptions options = new SchedulingOptions();

    @Mixin
    private SchedulingOutput output = new SchedulingOutput();

    @Option(
            names = "--shapes",
            paramLabel = "FILE",
            description = "Nodes that show the shapes, with labels, taints and allocatable resources.")
    private @Nullable String shapes;

    @Option(
            names = "--shape",
            paramLabel = "NAME=CPU,MEMORY",
            description = "A shape in short: m=4,16Gi. Of several that do, the one named first is taken. Repeatable.")
    private Map<String, String> shortShapes = new LinkedHashMap<>();

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "100",
            description = "Add no more nodes than that. Default: ${DEFAULT-VALUE}.")
    private int most = 100;

    @Override
    public Integer call() {
        output.check();
        var profiles = options.profiles(options.config());
        var wanted = shapes();
        var given = options.cluster();
        options.needPods(given);
        var progress = options.progress();
        progress.stage("looking for the fewest nodes");
        var fleet = options.scheduling(given, profiles)
                .smallestFleet(
                        wanted.stream().map(given::afterDaemons).toList(),
                        given.waiting(),
                        most,
                        tries -> progress.late("looking for the fewest nodes: " + tries + " sets tried"));
        output.write(
                "Nodes needed",
                given.waiting().size() + " pods, " + given.nodes().size() + " nodes so far",
                SchedulingSections.of(fleet),
                fleet::toJson);
        return fleet.fits() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Node> shapes() {
        var all = new ArrayList<Node>();
        shortShapes.forEach((name, sizes) -> all.add(shape(name, sizes)));
        if (shapes != null) {
            GivenCluster shown = options.read(ManifestFiles.read(spec.commandLine(), List.of(shapes)));
            all.addAll(shown.nodes());
        }
        if (all.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "which nodes may be added? Name a file with some by --shapes, or a --shape");
        }
        return all;
    }

    private Node shape(String name, String sizes) {
        var parts = sizes.split(",", -1);
        try {
            if (parts.length == 2) {
                return new NodeTemplate().cpu(parts[0]).memory(parts[1]).build(name);
            }
        } catch (QuantityFormatException e) {
            throw notAShape(name, sizes);
        }
        throw notAShape(name, sizes);
    }

    private CommandLine.ParameterException notAShape(String name, String sizes) {
        return new CommandLine.ParameterException(
                spec.commandLine(), "--shape " + name + "=" + sizes + " is not NAME=CPU,MEMORY, such as m=4,16Gi");
    }
}
