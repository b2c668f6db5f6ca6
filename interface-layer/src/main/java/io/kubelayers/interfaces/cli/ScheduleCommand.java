package io.kubelayers.interfaces.cli;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.interfaces.scheduling.SchedulingSections;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers schedule}: where would these pods go, and why do some go nowhere? */
@Command(
        name = "schedule",
        description = {
            "Place pods on nodes as kube-scheduler would, without a cluster, and say why some find none.",
            "Pods of workloads (Deployments, Jobs …) are placed as many as they ask for. Exit code 0: all found a node;"
                    + " 1: one did not; 2: the files can't be used."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers schedule -f shop/ --nodes nodes.yaml",
            "  kubelayers schedule -f shop/ --nodes 3 --node-cpu 2 --html packing.html",
            "  kubectl get nodes,pods -A -o yaml | kubelayers schedule -f - --config scheduler.yaml -o json"
        },
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private SchedulingOptions options = new SchedulingOptions();

    @Mixin
    private SchedulingOutput output = new SchedulingOutput();

    @Option(
            names = "--scores",
            description = "Show the scores of pods that found a node too, and every rule that rejects the others.")
    private boolean scores;

    @Option(
            names = "--no-preemption",
            description = "Leave pods where they are, even if more important ones wait. Default: they make room.")
    private boolean withoutPreemption;

    @Override
    public Integer call() {
        output.check();
        var profiles = options.profiles(options.config());
        var given = options.cluster();
        options.needNodes(given);
        var scheduling = options.scheduling(given, profiles);
        scheduling = withoutPreemption ? scheduling : scheduling.evicting();
        var placements = (scores ? scheduling.inDetail() : scheduling)
                .placeAll(
                        given.waiting(),
                        counting(options.progress(), given.waiting().size()));
        output.write(
                "Placements",
                placements.placements().size() + " pods, " + given.nodes().size() + " nodes",
                SchedulingSections.of(placements, scores),
                placements::toJson);
        boolean lost = placements.evicted().stream().anyMatch(pod -> !pod.returns());
        return placements.allScheduled() && !lost ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Tells the progress now and then. */
    static Consumer<Placement> counting(Progress progress, int all) {
        var count = new int[1];
        return placement -> {
            if (++count[0] % 64 == 0) {
                progress.late("placing pods: " + count[0] + " of " + all);
            }
        };
    }
}
