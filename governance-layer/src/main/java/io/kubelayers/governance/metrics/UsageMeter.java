package io.kubelayers.governance.metrics;

import io.kubelayers.governance.metrics.PodMetrics.ContainerMetrics;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measures simulated pods as a metrics server would: every 15 seconds one scrape, which gives the average use since the
 * scrape before. A pod that did not run all that time has no sample yet.
 */
public final class UsageMeter {
    /** Time between two scrapes, and length of each measured window. */
    public static final Duration WINDOW = Duration.ofSeconds(15);

    private final UsageModel model;
    private final List<Pod> pods;
    private final Instant scrape;
    private final Map<UsageRule, Selector> selectors = new HashMap<>();
    private final Map<UsageRule, Integer> sharers = new HashMap<>();

    private UsageMeter(UsageModel model, List<Pod> pods, Instant scrape) {
        this.model = model;
        this.pods = pods;
        this.scrape = scrape;
    }

    /**
     * The meter as it stands at a moment.
     *
     * @param pods all pods, in the order to list them
     */
    public static UsageMeter at(Instant now, UsageModel model, List<Pod> pods) {
        long period = WINDOW.toSeconds();
        return new UsageMeter(model, pods, Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), period) * period));
    }

    /** The metrics of the pods that pass a test and have been measured. */
    public List<PodMetrics> pods(Predicate<Pod> which) {
        var metrics = new ArrayList<PodMetrics>();
        for (var pod : pods) {
            if (which.test(pod)) {
                pod(pod).ifPresent(metrics::add);
            }
        }
        return metrics;
    }

    /** The metrics of one pod; empty while it has not been measured. */
    public Optional<PodMetrics> pod(Pod pod) {
        if (!measured(pod)) {
            return Optional.empty();
        }
        var containers = ContainerUsage.lasting(pod);
        double cpu = usage(pod, ResourceName.CPU, containers);
        double memory = usage(pod, ResourceName.MEMORY, containers);
        var metrics = new ArrayList<ContainerMetrics>();
        for (var container : containers) {
            var used = new TreeMap<String, Quantity>();
            used.put(ResourceName.CPU, cores(cpu * ContainerUsage.share(container, containers, ResourceName.CPU)));
            used.put(
                    ResourceName.MEMORY,
                    bytes(memory * ContainerUsage.share(container, containers, ResourceName.MEMORY)));
            metrics.add(new ContainerMetrics(container.name(), used));
        }
        var metadata = ObjectMetaBuilder.builder()
                .name(pod.metadata().name())
                .namespace(pod.metadata().namespace())
                .labels(pod.metadata().labels())
                .creationTimestamp(scrape)
                .build();
        return Optional.of(new PodMetrics(metadata, scrape, WINDOW, metrics));
    }

    /** The metrics of one node: the sum over its pods. */
    public NodeMetrics node(Node node) {
        double cpu = 0;
        double memory = 0;
        for (var pod : pods) {
            if (measured(pod) && node.metadata().nameOrEmpty().equals(pod.spec().nodeName())) {
                var containers = ContainerUsage.lasting(pod);
                cpu += usage(pod, ResourceName.CPU, containers);
                memory += usage(pod, ResourceName.MEMORY, containers);
            }
        }
        var metadata = ObjectMetaBuilder.builder()
                .name(node.metadata().name())
                .labels(node.metadata().labels())
                .creationTimestamp(scrape)
                .build();
        var used = Map.of(ResourceName.CPU, cores(cpu), ResourceName.MEMORY, bytes(memory));
        return new NodeMetrics(metadata, scrape, WINDOW, used);
    }

    private boolean measured(Pod pod) {
        var start = pod.status().startTime();
        return Pod.Phase.RUNNING.equals(pod.status().phase()) && start != null && !start.isAfter(scrape.minus(WINDOW));
    }

    private double usage(Pod pod, String resource, List<Container> containers) {
        var own = annotated(pod, resource);
        if (own.isPresent()) {
            return Math.max(own.get().average(scrape, WINDOW), 0);
        }
        for (var rule : model.rules()) {
            var use = rule.uses().get(resource);
            if (use == null || !covers(rule, pod)) {
                continue;
            }
            double used = Math.max(use.curve().average(scrape, WINDOW), 0);
            if (!use.shared()) {
                return used;
            }
            return PodConditions.isTrue(pod.status(), PodConditionType.READY) ? used / sharers(rule) : 0;
        }
        return ContainerUsage.requested(containers, resource) * model.idleShare();
    }

    private static Optional<UsageCurve> annotated(Pod pod, String resource) {
        var key =
                switch (resource) {
                    case ResourceName.CPU -> UsageModel.CPU_ANNOTATION;
                    case ResourceName.MEMORY -> UsageModel.MEMORY_ANNOTATION;
                    default -> "";
                };
        var text = pod.metadata().annotations().get(key);
        if (text == null) {
            return Optional.empty();
        }
        var start = Absent.or(pod.status().startTime(), Instant.EPOCH);
        long seed = Absent.text(pod.metadata().uid()).hashCode();
        return Optional.of(UsageCurveText.parse(text, start, seed));
    }

    private boolean covers(UsageRule rule, Pod pod) {
        return (rule.namespace().isEmpty()
                        || rule.namespace().equals(pod.metadata().namespace()))
                && selectors
                        .computeIfAbsent(rule, key -> Selector.of(key.pods()))
                        .matches(pod.metadata().labels());
    }

    private int sharers(UsageRule rule) {
        var known = sharers.get(rule);
        if (known != null) {
            return known;
        }
        int count = 0;
        for (var pod : pods) {
            if (PodConditions.isTrue(pod.status(), PodConditionType.READY) && covers(rule, pod)) {
                count++;
            }
        }
        sharers.put(rule, count);
        return count;
    }

    private static Quantity cores(double cores) {
        return Quantity.parse(Math.round(cores * 1e9) + "n");
    }

    private static Quantity bytes(double bytes) {
        return Quantity.parse(Math.round(bytes / 1024) + "Ki");
    }
}
