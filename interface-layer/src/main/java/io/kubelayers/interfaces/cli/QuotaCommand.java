package io.kubelayers.interfaces.cli;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.quota.QuotaPlan;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubelayers quota}: whether manifests fit the quotas and limit ranges among them, and how full these get. */
@Command(
        name = "quota",
        description = "Say whether manifests fit the quotas and limit ranges among them, pods of workloads included.",
        footer = {
            "",
            "Example:",
            "  kubelayers quota -f team/ -f release/ --nodes 5",
            "",
            "Exit code 1: something does not fit."
        },
        mixinStandardHelpOptions = true)
final class QuotaCommand implements Callable<Integer> {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR",
            required = true,
            description = "Manifests: quotas, limit ranges, and what is to fit them. Repeatable.")
    private List<Path> files = List.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "Where objects go that name no namespace. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Nodes on which each DaemonSet runs. Default: ${DEFAULT-VALUE}.")
    private int nodes = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "json for the findings as JSON.")
    private @Nullable String output;

    @Override
    public Integer call() {
        if (output != null && !output.equals("json")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "unknown output format \"" + output + "\"; there is json");
        }
        var plan = plan();
        var out = spec.commandLine().getOut();
        if (output != null) {
            out.println(Render.json(plan));
        } else {
            out.print(Render.text(plan));
            plan.shares()
                    .forEach((limit, share) ->
                            out.println(String.format(Locale.ROOT, "%4d%%  %s", Math.round(share * 100), limit)));
        }
        out.flush();
        return plan.fits() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private QuotaPlan plan() {
        var quotas = new ArrayList<ResourceQuota>();
        var ranges = new ArrayList<LimitRange>();
        var objects = new ArrayList<KubernetesObject>();
        for (var object : manifests()) {
            var placed = placed(object);
            if (placed instanceof ResourceQuota quota) {
                quotas.add(quota);
            } else if (placed instanceof LimitRange range) {
                ranges.add(range);
            } else {
                objects.add(placed);
            }
        }
        return QuotaPlan.of(quotas, ranges, objects, nodes, Instant.EPOCH);
    }

    private List<KubernetesObject> manifests() {
        try {
            return Manifests.load(files.toArray(new Path[0])).objects(TYPES);
        } catch (UncheckedIOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private KubernetesObject placed(KubernetesObject object) {
        boolean namespaced =
                TYPES.byClass(object.getClass()).map(ResourceType::namespaced).orElse(false);
        var metadata = object.metadata();
        return namespaced && metadata.namespace() == null
                ? object.withMetadata(metadata.withNamespace(namespace))
                : object;
    }
}
