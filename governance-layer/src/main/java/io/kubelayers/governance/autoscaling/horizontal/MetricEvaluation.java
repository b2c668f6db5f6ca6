package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricProposal.Failure;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus.MetricValueStatus;
import io.kubelayers.nucleus.meta.LabelSelectorText;
import io.kubelayers.nucleus.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one metric of an autoscaler: picks the formula for its source and target, and words the outcome (upstream
 * {@code computeReplicasForMetric} and the {@code computeStatusFor…} functions in {@code horizontal.go}).
 */
final class MetricEvaluation {
    private final ReplicaCalculator calculator;
    private final String namespace;
    private final int specReplicas;
    private final int statusReplicas;

    MetricEvaluation(ReplicaCalculator calculator, String namespace, int specReplicas, int statusReplicas) {
        this.calculator = calculator;
        this.namespace = namespace;
        this.specReplicas = specReplicas;
        this.statusReplicas = statusReplicas;
    }

    MetricProposal propose(MetricSpec metric, MetricReading reading) {
        return switch (metric.type()) {
            case MetricSourceType.RESOURCE -> resource(source(metric.resource(), metric), reading);
            case MetricSourceType.CONTAINER_RESOURCE -> containerResource(
                    source(metric.containerResource(), metric), reading);
            case MetricSourceType.PODS -> pods(source(metric.pods(), metric), reading);
            case MetricSourceType.OBJECT -> object(source(metric.object(), metric), reading);
            case MetricSourceType.EXTERNAL -> external(source(metric.external(), metric), reading);
            default -> {
                var unknown = "unknown metric source type \"" + metric.type() + "\"";
                yield failed("InvalidMetricSourceType", unknown, unknown);
            }
        };
    }

    private static <T> T source(@Nullable T source, MetricSpec metric) {
        if (source == null) {
            throw new IllegalArgumentException(
                    "spec.metrics: must populate information for the given metric source " + metric.type());
        }
        return source;
    }

    private MetricProposal resource(MetricSpec.ResourceMetricSource source, MetricReading reading) {
        try {
            var usage = resourceUsage(source.name(), "", source.target(), reading);
            return proposed(
                    usage,
                    MetricStatusBuilder.builder()
                            .type(MetricSourceType.RESOURCE)
                            .resource(new MetricStatus.ResourceMetricStatus(source.name(), usage.current()))
                            .build());
        } catch (MetricFailure e) {
            return failed(
                    "FailedGetResourceMetric",
                    e.text(),
                    "failed to get " + source.name() + " resource metric value: " + e.text());
        }
    }

    private MetricProposal containerResource(MetricSpec.ContainerResourceMetricSource source, MetricReading reading) {
        try {
            var usage = resourceUsage(source.name(), source.container(), source.target(), reading);
            return proposed(
                    usage,
                    MetricStatusBuilder.builder()
                            .type(MetricSourceType.CONTAINER_RESOURCE)
                            .containerResource(new MetricStatus.ContainerResourceMetricStatus(
                                    source.name(), usage.current(), source.container()))
                            .build());
        } catch (MetricFailure e) {
            return failed(
                    "FailedGetContainerResourceMetric",
                    e.text(),
                    "failed to get " + source.container() + " container metric value: " + e.text());
        }
    }

    /** A count with the metric's name and its reading for the status. */
    private record Named(String name, ReplicaCount count, MetricValueStatus current) {}

    private Named resourceUsage(String resource, String container, MetricTarget target, MetricReading reading)
            throws MetricFailure {
        if (target.averageValue() != null) {
            long wanted = target.averageValue().milliValue();
            try {
                var samples = resourceSamples(resource, reading);
                var count = calculator.perPod(samples, resource, () -> new UsageTarget.Average(wanted), specReplicas);
                return new Named(
                        resource + " resource", count, new MetricValueStatus(null, milli(count.milliUsage()), null));
            } catch (MetricFailure e) {
                throw new MetricFailure("failed to get " + resource + " usage: " + e.text());
            }
        }
        if (target.averageUtilization() == null) {
            throw new MetricFailure("invalid resource metric source: neither an average utilization target nor an "
                    + "average value (usage) target was set");
        }
        int percent = target.averageUtilization();
        try {
            var samples = resourceSamples(resource, reading);
            var count = calculator.perPod(
                    samples,
                    resource,
                    () -> new UsageTarget.OfRequests(percent, PodRequests.of(calculator.pods(), container, resource)),
                    specReplicas);
            return new Named(
                    resource + (container.isEmpty() ? "" : " container")
                            + " resource utilization (percentage of request)",
                    count,
                    new MetricValueStatus(null, milli(count.milliUsage()), count.utilization()));
        } catch (MetricFailure e) {
            throw new MetricFailure("failed to get " + resource + " utilization: " + e.text());
        }
    }

    private static java.util.Map<String, MetricReading.PodSample> resourceSamples(
            String resource, MetricReading reading) throws MetricFailure {
        return read(MetricReading.PerPod.class, reading, "unable to get metrics for resource " + resource + ": ")
                .samples();
    }

    private MetricProposal pods(MetricSpec.PodsMetricSource source, MetricReading reading) {
        var metric = source.metric();
        try {
            var samples = read(MetricReading.PerPod.class, reading, "unable to get metric " + metric.name() + ": ")
                    .samples();
            long wanted = milliOf(source.target().averageValue());
            var count = calculator.perPod(samples, "", () -> new UsageTarget.Average(wanted), specReplicas);
            var current = new MetricValueStatus(null, milli(count.milliUsage()), null);
            return proposed(
                    new Named("pods metric " + metric.name(), count, current),
                    MetricStatusBuilder.builder()
                            .type(MetricSourceType.PODS)
                            .pods(new MetricStatus.PodsMetricStatus(metric, current))
                            .build());
        } catch (MetricFailure e) {
            return failed("FailedGetPodsMetric", e.text(), "failed to get pods metric value: " + e.text());
        }
    }

    private MetricProposal object(MetricSpec.ObjectMetricSource source, MetricReading reading) {
        var metric = source.metric();
        var described = source.describedObject();
        var target = source.target();
        boolean average = false;
        try {
            var unread = "unable to get metric " + metric.name() + ": " + described.kind() + " on " + namespace + " "
                    + described.name() + "/";
            if (MetricTarget.Type.VALUE.equals(target.type()) && target.value() != null) {
                long value = read(MetricReading.OfObject.class, reading, unread).milliValue();
                var count = calculator.total(value, target.value().milliValue(), specReplicas);
                var current = new MetricValueStatus(milli(count.milliUsage()), null, null);
                return proposed(
                        new Named(described.kind() + " metric " + metric.name(), count, current),
                        objectStatus(metric, current, described));
            }
            if (MetricTarget.Type.AVERAGE_VALUE.equals(target.type()) && target.averageValue() != null) {
                average = true;
                long value = read(MetricReading.OfObject.class, reading, unread).milliValue();
                var count =
                        calculator.totalPerReplica(value, target.averageValue().milliValue(), statusReplicas);
                var current = new MetricValueStatus(null, milli(count.milliUsage()), null);
                // upstream leaves the object out of this status and calls the metric external
                return proposed(
                        new Named(externalName(metric), count, current),
                        objectStatus(metric, current, CrossVersionObjectReference.EMPTY));
            }
            throw new MetricFailure(
                    "invalid object metric source: neither a value target nor an average value target was set");
        } catch (MetricFailure e) {
            return failed(
                    "FailedGetObjectMetric",
                    e.text(),
                    "failed to get object metric value: "
                            + (average ? "failed to get " + metric.name() + " object metric: " : "")
                            + e.text());
        }
    }

    private static MetricStatus objectStatus(
            MetricIdentifier metric, MetricValueStatus current, CrossVersionObjectReference described) {
        return MetricStatusBuilder.builder()
                .type(MetricSourceType.OBJECT)
                .object(new MetricStatus.ObjectMetricStatus(metric, current, described))
                .build();
    }

    private MetricProposal external(MetricSpec.ExternalMetricSource source, MetricReading reading) {
        var metric = source.metric();
        var target = source.target();
        var tried = "";
        try {
            var unread = "unable to get external metric " + namespace + "/" + metric.name() + "/"
                    + LabelSelectorText.of(metric.selector()) + ": ";
            ReplicaCount count;
            MetricValueStatus current;
            if (target.averageValue() != null) {
                tried = "failed to get " + metric.name() + " external metric: ";
                long value = sum(read(MetricReading.OfSeries.class, reading, unread));
                count = calculator.totalPerReplica(value, target.averageValue().milliValue(), statusReplicas);
                current = new MetricValueStatus(null, milli(count.milliUsage()), null);
            } else if (target.value() != null) {
                tried = "failed to get external metric " + metric.name() + ": ";
                long value = sum(read(MetricReading.OfSeries.class, reading, unread));
                count = calculator.total(value, target.value().milliValue(), specReplicas);
                current = new MetricValueStatus(milli(count.milliUsage()), null, null);
            } else {
                throw new MetricFailure(
                        "invalid external metric source: neither a value target nor an average value target was set");
            }
            return proposed(
                    new Named(externalName(metric), count, current),
                    MetricStatusBuilder.builder()
                            .type(MetricSourceType.EXTERNAL)
                            .external(new MetricStatus.ExternalMetricStatus(metric, current))
                            .build());
        } catch (MetricFailure e) {
            return failed(
                    "FailedGetExternalMetric",
                    e.text(),
                    "failed to get " + metric.name() + " external metric value: " + tried + e.text());
        }
    }

    /** The sum of all series; the largest number where it does not fit. */
    private static long sum(MetricReading.OfSeries series) {
        long sum = 0;
        for (long value : series.milliValues()) {
            if (value > 0 && sum > Long.MAX_VALUE - value) {
                return Long.MAX_VALUE;
            }
            sum += value;
        }
        return sum;
    }

    private static String externalName(MetricIdentifier metric) {
        return "external metric " + metric.name() + "(" + LabelSelectorText.of(metric.selector()) + ")";
    }

    private static <T extends MetricReading> T read(Class<T> shape, MetricReading reading, String unread)
            throws MetricFailure {
        if (reading instanceof MetricReading.Unavailable unavailable) {
            throw new MetricFailure(unread + unavailable.error());
        }
        if (!shape.isInstance(reading)) {
            throw new IllegalArgumentException("a metric of this source needs a reading " + shape.getSimpleName()
                    + ", got " + reading.getClass().getSimpleName());
        }
        return shape.cast(reading);
    }

    private static long milliOf(@Nullable Quantity quantity) {
        if (quantity == null) {
            throw new IllegalArgumentException("spec.metrics: must specify a positive target averageValue");
        }
        return quantity.milliValue();
    }

    private static Quantity milli(long value) {
        return Quantity.ofMilli(value, Quantity.Format.DECIMAL_SI);
    }

    private MetricProposal proposed(Named named, MetricStatus status) {
        return new MetricProposal(named.name(), named.count(), status, null, calculator.tolerances());
    }

    private MetricProposal failed(String reason, String cause, String error) {
        return new MetricProposal("", null, null, new Failure(reason, cause, error), calculator.tolerances());
    }
}
