package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.AnnotationTree.Writer;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metric goals in the shape autoscaling/v1 keeps them in within an annotation (upstream {@code apis/autoscaling/v1}). */
final class V1Metrics {
    private V1Metrics() {}

    static Map<String, @Nullable Object> write(MetricSpec metric) {
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

    static MetricSpec read(AnnotationTree tree) {
        var object = tree.child("object");
        var pods = tree.child("pods");
        var resource = tree.child("resource");
        var container = tree.child("containerResource");
        var external = tree.child("external");
        return new MetricSpec(
                Absent.text(tree.text("type")),
                object == null ? null : object(object),
                pods == null ? null : pods(pods),
                resource == null ? null : resource(resource),
                container == null ? null : container(container),
                external == null ? null : external(external));
    }

    private static Map<String, @Nullable Object> write(MetricSpec.ObjectMetricSource source) {
        return new Writer()
                .field("target", write(source.describedObject()))
                .field("metricName", source.metric().name())
                .field("targetValue", Absent.or(source.target().value(), Quantity.ZERO))
                .optional("selector", source.metric().selector())
                .optional("averageValue", source.target().averageValue())
                .tree();
    }

    private static MetricSpec.ObjectMetricSource object(AnnotationTree tree) {
        var average = tree.quantity("averageValue");
        var type = average == null ? MetricTarget.Type.VALUE : MetricTarget.Type.AVERAGE_VALUE;
        return new MetricSpec.ObjectMetricSource(
                reference(tree.child("target")),
                new MetricTarget(type, tree.amount("targetValue"), average, null),
                identifier(tree, "selector"));
    }

    private static Map<String, @Nullable Object> write(MetricSpec.PodsMetricSource source) {
        return new Writer()
                .field("metricName", source.metric().name())
                .field("targetAverageValue", Absent.or(source.target().averageValue(), Quantity.ZERO))
                .optional("selector", source.metric().selector())
                .tree();
    }

    private static MetricSpec.PodsMetricSource pods(AnnotationTree tree) {
        return new MetricSpec.PodsMetricSource(
                identifier(tree, "selector"),
                new MetricTarget(MetricTarget.Type.AVERAGE_VALUE, null, tree.amount("targetAverageValue"), null));
    }

    private static Map<String, @Nullable Object> write(MetricSpec.ResourceMetricSource source) {
        return new Writer()
                .field("name", source.name())
                .optional("targetAverageUtilization", source.target().averageUtilization())
                .optional("targetAverageValue", source.target().averageValue())
                .tree();
    }

    private static MetricSpec.ResourceMetricSource resource(AnnotationTree tree) {
        return new MetricSpec.ResourceMetricSource(Absent.text(tree.text("name")), resourceTarget(tree));
    }

    private static Map<String, @Nullable Object> write(MetricSpec.ContainerResourceMetricSource source) {
        return new Writer()
                .field("name", source.name())
                .optional("targetAverageUtilization", source.target().averageUtilization())
                .optional("targetAverageValue", source.target().averageValue())
                .field("container", source.container())
                .tree();
    }

    private static MetricSpec.ContainerResourceMetricSource container(AnnotationTree tree) {
        return new MetricSpec.ContainerResourceMetricSource(
                Absent.text(tree.text("name")), resourceTarget(tree), Absent.text(tree.text("container")));
    }

    private static MetricTarget resourceTarget(AnnotationTree tree) {
        var utilization = tree.number("targetAverageUtilization");
        return new MetricTarget(
                utilization == null ? MetricTarget.Type.AVERAGE_VALUE : MetricTarget.Type.UTILIZATION,
                null,
                tree.quantity("targetAverageValue"),
                utilization);
    }

    private static Map<String, @Nullable Object> write(MetricSpec.ExternalMetricSource source) {
        return new Writer()
                .field("metricName", source.metric().name())
                .optional("metricSelector", source.metric().selector())
                .optional("targetValue", source.target().value())
                .optional("targetAverageValue", source.target().averageValue())
                .tree();
    }

    private static MetricSpec.ExternalMetricSource external(AnnotationTree tree) {
        var value = tree.quantity("targetValue");
        return new MetricSpec.ExternalMetricSource(
                identifier(tree, "metricSelector"),
                new MetricTarget(
                        value == null ? MetricTarget.Type.AVERAGE_VALUE : MetricTarget.Type.VALUE,
                        value,
                        tree.quantity("targetAverageValue"),
                        null));
    }

    static Map<String, @Nullable Object> write(CrossVersionObjectReference reference) {
        return new Writer()
                .field("kind", reference.kind())
                .field("name", reference.name())
                .optional("apiVersion", reference.apiVersion())
                .tree();
    }

    static CrossVersionObjectReference reference(@Nullable AnnotationTree tree) {
        return tree == null
                ? CrossVersionObjectReference.EMPTY
                : new CrossVersionObjectReference(
                        Absent.text(tree.text("kind")), Absent.text(tree.text("name")), tree.text("apiVersion"));
    }

    static MetricIdentifier identifier(AnnotationTree tree, String selectorField) {
        return new MetricIdentifier(Absent.text(tree.text("metricName")), tree.selector(selectorField));
    }
}
