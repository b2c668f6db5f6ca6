package io.kubelayers.interfaces.cli;

import io.kubelayers.application.expansion.WorkloadPods;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaSimulation;
import io.kubelayers.governance.metrics.RecordedMetrics;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageCurveSyntaxException;
import io.kubelayers.governance.metrics.UsageCurveText;
import io.kubelayers.governance.metrics.UsageTrace;
import io.kubelayers.interfaces.report.AutoscalingReport;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers autoscale}: what an autoscaler would do under a load, over hours, in a moment. */
@Command(
        name = "autoscale",
        description = "Simulate an autoscaler of the manifests under a load: when it rescales, and why.",
        footer = {
            "",
            "Examples:",
            "  kubelayers autoscale web -f shop/ --load 'wave 500m..6 every 24h peak 14h noise 5%%' --duration 24h",
            "  kubelayers autoscale web -f shop/ --load load.csv --html day.html --svg day.svg",
            "",
            "A load is the total of all pods: 250m, 'wave A..B every T', 'ramp A..B over T', 'steps 0s=A 5m=B',",
            "'spikes A..B every T for T', each with 'noise P%%' behind it; or a CSV file of seconds and values",
            "(.csv), or a recording in Prometheus' text form (.prom, .txt), whose series of one metric are added up."
        },
        mixinStandardHelpOptions = true)
final class AutoscaleCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The autoscaler, as name or namespace/name.")
    private String name = "";

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR|-",
            required = true,
            description = "Manifests with the autoscaler. Repeatable.")
    private List<String> files = List.of();

    @Option(
            names = "--load",
            paramLabel = "LOAD",
            required = true,
            description = "Load of all its metrics, or METRIC=LOAD for one of them. Repeatable.")
    private List<String> loads = List.of();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = DurationConverter.class,
            description = "How long. Default: ${DEFAULT-VALUE}.")
    private Duration duration = Duration.ofHours(1);

    @Option(names = "--replicas", paramLabel = "N", description = "Replicas at the start. Default: its minimum.")
    private @Nullable Integer replicas;

    @Option(
            names = "--request",
            paramLabel = "RESOURCE=AMOUNT",
            description = "What each pod requests. Default: what the target among the manifests says, or cpu=1 and"
                    + " memory=1Gi without one.")
    private Map<String, String> requests = Map.of();

    @Option(
            names = "--start-up",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long a pod takes to become ready. Default: ${DEFAULT-VALUE}.")
    private Duration startUp = Duration.ofSeconds(30);

    @Option(names = "--html", paramLabel = "FILE", description = "Write charts and reasons there, as a page.")
    private @Nullable Path html;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the charts there, as a picture.")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        var objects = PlainManifests.read(spec.commandLine(), files, "default");
        var hpa = autoscaler(objects);
        var first = plain();
        var setup = HpaSimulation.Setup.of(hpa, first, duration).withStartUp(startUp);
        var named = new TreeMap<>(setup.loads());
        for (var load : loads) {
            var metric = metric(load);
            if (!metric.isEmpty()
                    && named.replace(metric, curve(metric, load.substring(metric.length() + 1))) == null) {
                throw usage("the autoscaler has no metric " + metric + "; " + NearestName.hint(metric, named.keySet()));
            }
        }
        setup = setup.withLoads(named);
        if (replicas != null) {
            setup = setup.withReplicas(replicas);
        }
        var target = target(hpa, objects);
        if (target.isPresent() || !requests.isEmpty()) {
            var amounts = new TreeMap<>(target.orElse(Map.of()));
            amounts.putAll(requested());
            setup = setup.withRequests(amounts);
        }
        var timeline = HpaSimulation.simulate(setup);
        var out = spec.commandLine().getOut();
        out.print(timeline.table());
        out.flush();
        WrittenFile.write(
                spec.commandLine(),
                html,
                () -> AutoscalingReport.html(name + " over " + duration.toMinutes() + " minutes", timeline));
        WrittenFile.write(spec.commandLine(), svg, () -> AutoscalingReport.svg(timeline));
        return CommandLine.ExitCode.OK;
    }

    private HorizontalPodAutoscaler autoscaler(List<KubernetesObject> objects) {
        var known = new TreeMap<String, HorizontalPodAutoscaler>();
        for (var object : objects) {
            if (object instanceof HorizontalPodAutoscaler found) {
                var metadata = found.metadata();
                known.put(metadata.namespaceOrEmpty() + "/" + metadata.nameOrEmpty(), found);
                known.putIfAbsent(metadata.nameOrEmpty(), found);
            }
        }
        var found = known.get(name);
        if (found == null) {
            throw usage("no autoscaler " + name + " in the manifests; " + NearestName.hint(name, known.keySet()));
        }
        return found;
    }

    /** What a pod of the autoscaler's target requests; empty if no manifest has the target. */
    private static Optional<Map<String, Quantity>> target(HorizontalPodAutoscaler hpa, List<KubernetesObject> objects) {
        var wanted = hpa.spec().scaleTargetRef();
        for (var object : objects) {
            var metadata = object.metadata();
            if (object.getClass().getSimpleName().equals(wanted.kind())
                    && metadata.nameOrEmpty().equals(wanted.name())
                    && metadata.namespaceOrEmpty().equals(hpa.metadata().namespaceOrEmpty())) {
                var pods = WorkloadPods.of(object, List.of()).map(WorkloadPods::pods);
                if (pods.isPresent() && !pods.get().isEmpty()) {
                    return Optional.of(PodResources.requests(pods.get().get(0), PodResourceOptions.DECLARED));
                }
            }
        }
        return Optional.empty();
    }

    /** The load that is of no metric in particular; the first one if all are named. */
    private UsageCurve plain() {
        for (var load : loads) {
            if (metric(load).isEmpty()) {
                return curve("", load);
            }
        }
        var first = loads.get(0);
        var metric = metric(first);
        return curve(metric, first.substring(metric.length() + 1));
    }

    /** The metric before the sign; "" if the load is for all: forms with equal signs in them begin with a word and a space. */
    private static String metric(String load) {
        int equals = load.indexOf('=');
        int space = load.indexOf(' ');
        return equals > 0 && (space < 0 || equals < space) ? load.substring(0, equals) : "";
    }

    private UsageCurve curve(String metric, String load) {
        boolean recorded = load.endsWith(".prom") || load.endsWith(".txt");
        if (!recorded && !load.endsWith(".csv")) {
            try {
                return UsageCurveText.parse(load, START, 1);
            } catch (UsageCurveSyntaxException e) {
                throw usage(String.valueOf(e.getMessage()));
            }
        }
        try {
            var text = Files.readString(Path.of(load));
            return recorded ? recorded(metric, load, text) : UsageTrace.csv(text, START);
        } catch (NoSuchFileException e) {
            throw usage("no such file: " + load);
        } catch (IOException e) {
            throw usage("can't read the load " + load + ": " + e);
        } catch (UsageCurveSyntaxException e) {
            throw usage(load + ": " + e.getMessage());
        }
    }

    /** The sum of the series of a metric: the one that is asked for, or the only one that there is. */
    private UsageCurve recorded(String metric, String file, String text) {
        var metrics = RecordedMetrics.prometheus(text).startingAt(START);
        var names = new TreeSet<String>();
        metrics.series().forEach(series -> names.add(series.metric()));
        if (!names.contains(metric) && names.size() > 1) {
            throw usage(file + " has the metrics " + String.join(", ", names) + "; say which with METRIC=" + file);
        }
        return metrics.sum(names.contains(metric) ? metric : names.first(), Map.of());
    }

    private Map<String, Quantity> requested() {
        var amounts = new TreeMap<String, Quantity>();
        requests.forEach((resource, amount) -> {
            try {
                amounts.put(resource, Quantity.parse(amount));
            } catch (QuantityFormatException e) {
                throw usage("--request " + resource + "=" + amount + " is no quantity");
            }
        });
        return amounts;
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
