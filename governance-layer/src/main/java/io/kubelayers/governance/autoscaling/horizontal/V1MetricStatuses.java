package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.AnnotationTree.Writer;
import io.kubelayers.governance.autoscaling.horizontal.MetricStatus.MetricValueStatus;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metric readings in the shape autoscaling/v1 keeps them in within an annotation (upstream {@code apis/autoscaling/v1}). */
final class V1MetricStatuses {
    private V1MetricStatuses() {}

    static Map<String, @Nullable Object> write(MetricStatus metric) {
        return new Writer()
                .field("type", metric.type())
                .optional("object", metric.object() == null ? null : write(metric.object()))
                .optional("pods", metric.pods() == null ? null : write(metric.pods()))
                .optional("resource", metric.resource() == null ? null : write(metric.resource()))
                .optional(
                        "containerResource",
                        metric.containerResource() == null ? null : write(metric.containerResource()))
                .optional("external", metric.external() == null ? null : write(metric.external()))
                .tree();
    }

    static MetricStatus read(AnnotationTree tree) {
        var object = tree.child("object");
        var pods = tree.child("pods");
        var resource = tree.child("resource");
        var container = tree.child("containerResource");
        var external = tree.child("external");
        return new MetricStatus(
                Absent.text(tree.text("type")),
                object == null ? null : object(object),
                pods == null ? null : pods(pods),
                resource == null ? null : resource(resource),
                container == null ? null : container(container),
                external == null ? null : external(external));
    }

    private static Map<String, @Nullable Object> write(MetricStatus.ObjectMetricStatus status) {
        return new Writer()
                .field("target", V1Metrics.write(status.describedObject()))
                .field("metricName", status.metric().name())
                .field("currentValue", amount(status.current().value()))
                .optional("selector", status.metric().selector())
                .optional("averageValue", status.current().averageValue())
                .tree();
    }

    private static MetricStatus.ObjectMetricStatus object(AnnotationTree tree) {
        return new MetricStatus.ObjectMetricStatus(
                V1Metrics.identifier(tree, "selector"),
                new MetricValueStatus(tree.amount("currentValue"), tree.quantity("averageValue"), null),
                V1Metrics.reference(tree.child("target")));
    }

    private static Map<String, @Nullable Object> write(MetricStatus.PodsMetricStatus status) {
        return new Writer()
                .field("metricName", status.metric().name())
                .field("currentAverageValue", amount(status.current().averageValue()))
                .optional("selector", status.metric().selector())
                .tree();
    }

    private static MetricStatus.PodsMetricStatus pods(AnnotationTree tree) {
        return new MetricStatus.PodsMetricStatus(
                V1Metrics.identifier(tree, "selector"),
                new MetricValueStatus(null, tree.amount("currentAverageValue"), null));
    }

    private static Map<String, @Nullable Object> write(MetricStatus.ResourceMetricStatus status) {
        return new Writer()
                .field("name", status.name())
                .optional("currentAverageUtilization", status.current().averageUtilization())
                .field("currentAverageValue", amount(status.current().averageValue()))
                .tree();
    }

    private static MetricStatus.ResourceMetricStatus resource(AnnotationTree tree) {
        return new MetricStatus.ResourceMetricStatus(Absent.text(tree.text("name")), resourceValue(tree));
    }

    private static Map<String, @Nullable Object> write(MetricStatus.ContainerResourceMetricStatus status) {
        return new Writer()
                .field("name", status.name())
                .optional("currentAverageUtilization", status.current().averageUtilization())
                .field("currentAverageValue", amount(status.current().averageValue()))
                .field("container", status.container())
                .tree();
    }

    private static MetricStatus.ContainerResourceMetricStatus container(AnnotationTree tree) {
        return new MetricStatus.ContainerResourceMetricStatus(
                Absent.text(tree.text("name")), resourceValue(tree), Absent.text(tree.text("container")));
    }

    private static MetricValueStatus resourceValue(AnnotationTree tree) {
        return new MetricValueStatus(
                null, tree.amount("currentAverageValue"), tree.number("currentAverageUtilization"));
    }

    private static Map<String, @Nullable Object> write(MetricStatus.ExternalMetricStatus status) {
        return new Writer()
                .field("metricName", status.metric().name())
                .optional("metricSelector", status.metric().selector())
                .field("currentValue", amount(status.current().value()))
                .optional("currentAverageValue", status.current().averageValue())
                .tree();
    }

    private static MetricStatus.ExternalMetricStatus external(AnnotationTree tree) {
        return new MetricStatus.ExternalMetricStatus(
                V1Metrics.identifier(tree, "metricSelector"),
                new MetricValueStatus(tree.amount("currentValue"), tree.quantity("currentAverageValue"), null));
    }

    private static Quantity amount(@Nullable Quantity quantity) {
        return Absent.or(quantity, Quantity.ZERO);
    }
}
