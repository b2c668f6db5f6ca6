package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.quota.QuotaPlan;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin
    private PlainManifestOptions manifests = new PlainManifestOptions();

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Nodes on which each DaemonSet runs. Default: ${DEFAULT-VALUE}.")
    private int nodes = 1;

    @Mixin
    private FindingOutput output = new FindingOutput();

    @Override
    public Integer call() {
        boolean json = output.isJson();
        var plan = plan();
        if (json) {
            output.json(plan.finding());
        } else {
            var text = new StringBuilder(Render.text(plan));
            plan.shares()
                    .forEach((limit, share) ->
                            text.append(String.format(Locale.ROOT, "%4d%%  %s\n", Math.round(share * 100), limit)));
            output.text(text.toString());
        }
        return plan.fits() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private QuotaPlan plan() {
        var quotas = new ArrayList<ResourceQuota>();
        var ranges = new ArrayList<LimitRange>();
        var objects = new ArrayList<KubernetesObject>();
        for (var object : manifests.objects()) {
            if (object instanceof ResourceQuota quota) {
                quotas.add(quota);
            } else if (object instanceof LimitRange range) {
                ranges.add(range);
            } else {
                objects.add(object);
            }
        }
        return QuotaPlan.of(quotas, ranges, objects, nodes, Instant.EPOCH);
    }
}
