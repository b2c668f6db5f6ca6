package io.kubelayers.interfaces.cli;

import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.workloads.PodWorkload;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.interfaces.scheduling.SchedulingSections;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.core.Pod;
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

/** {@code kubelayers fit}: how many of these pods fit, and what stops the next one? */
@Command(
        name = "fit",
        description = {
            "Say how many replicas of a pod fit into a cluster as it is, and what stops the next one.",
            "Exit code 0: as many fit as the files, or --at-least, ask for; 1: fewer; 2: the files can't be used."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers fit -f web.yaml --nodes nodes.yaml",
            "  kubelayers fit -f shop/ --pod web --nodes dump.yaml --at-least 40"
        },
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private SchedulingOptions options = new SchedulingOptions();

    @Mixin
    private SchedulingOutput output = new SchedulingOutput();

    @Option(
            names = "--pod",
            paramLabel = "[NAMESPACE/]NAME",
            description = "Which pod, or the pod of which workload. Default: the only one there is.")
    private @Nullable String pod;

    @Option(names = "--at-least", paramLabel = "N", description = "Exit with 1 if fewer fit.")
    private @Nullable Integer atLeast;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Count no further. Default: ${DEFAULT-VALUE}.")
    private int limit = 10_000;

    @Override
    public Integer call() {
        output.check();
        var profiles = options.profiles(options.config());
        var given = options.cluster();
        options.needNodes(given);
        options.needPods(given);
        var replicas = chosen(given);
        var example = named(replicas.get(0));
        options.progress().stage("counting how many fit");
        var capacity = options.scheduling(given, profiles).capacityFor(example, limit);
        output.write(
                "Room for " + capacity.pod(),
                given.nodes().size() + " nodes",
                SchedulingSections.of(capacity),
                capacity::toJson);
        int wanted = atLeast == null ? replicas.size() : atLeast;
        return capacity.replicas() >= wanted ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** A replica by the name of its workload: there may be many more. */
    private static Pod named(Pod replica) {
        return replica.withMetadata(
                replica.metadata().withName(PodWorkload.of(replica).name()));
    }

    private List<Pod> chosen(GivenCluster given) {
        var workloads = workloads(given);
        if (pod == null) {
            if (workloads.size() == 1) {
                return workloads.values().iterator().next();
            }
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "which pod? Name one by --pod: " + String.join(", ", workloads.keySet()));
        }
        var name = pod.contains("/") ? pod : "default/" + pod;
        var found = workloads.get(name);
        for (var one : given.waiting()) {
            if (found == null && PodInfo.keyOf(one).equals(name)) {
                found = List.of(one);
            }
        }
        var ends = workloads.keySet().stream()
                .filter(workload -> workload.endsWith("/" + pod))
                .toList();
        if (found == null && ends.size() == 1) {
            found = workloads.get(ends.get(0));
        }
        if (found == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "no pod " + pod + " waits in the files; "
                            + NearestName.hint(name, List.copyOf(workloads.keySet())));
        }
        return found;
    }

    /** The pods that wait, by what they are replicas of. */
    private static Map<String, List<Pod>> workloads(GivenCluster given) {
        var workloads = new LinkedHashMap<String, List<Pod>>();
        for (var one : given.waiting()) {
            workloads
                    .computeIfAbsent(PodWorkload.of(one).key(), name -> new ArrayList<>())
                    .add(one);
        }
        return workloads;
    }
}
