package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.resources.ResourceNames;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one metric of an autoscaler: exactly the source its type names, with a goal that source can have. */
final class MetricSpecRules {
    private static final List<String> TYPES = List.of(
            MetricSourceType.CONTAINER_RESOURCE,
            MetricSourceType.EXTERNAL,
            MetricSourceType.OBJECT,
            MetricSourceType.PODS,
            MetricSourceType.RESOURCE);
    private static final String NO_TARGET = "must set either a target raw value or a target utilization";
    private static final String TWO_TARGETS = "may not set both a target raw value and a target utilization";

    private final FieldPath path;
    private final TargetReferenceRules references;
    private final FieldErrors errors;

    MetricSpecRules(FieldPath path, TargetReferenceRules references, FieldErrors errors) {
        this.path = path;
        this.references = references;
        this.errors = errors;
    }

    void check(MetricSpec metric) {
        if (metric.type().isEmpty()) {
            errors.required(path.child("type"), "must specify a metric source type");
        }
        if (!TYPES.contains(metric.type())) {
            errors.notSupported(path.child("type"), metric.type(), TYPES);
            errors.notSupported(path.child("type"), metric.type(), TYPES);
        }
        var present = new LinkedHashSet<String>();
        if (metric.object() != null && first(present, "object")) {
            object(path.child("object"), metric.object());
        }
        if (metric.external() != null && first(present, "external")) {
            external(path.child("external"), metric.external());
        }
        if (metric.pods() != null && first(present, "pods")) {
            pods(path.child("pods"), metric.pods());
        }
        if (metric.resource() != null && first(present, "resource")) {
            resource(path.child("resource"), metric.resource());
        }
        if (metric.containerResource() != null && first(present, "containerResource")) {
            containerResource(path.child("containerResource"), metric.containerResource());
        }
        checkSource(expectedSource(metric.type()), present);
    }

    /** Only the first source is looked into; any other is an error by itself. */
    private static boolean first(Set<String> present, String source) {
        present.add(source);
        return present.size() == 1;
    }

    private void checkSource(String expected, Set<String> present) {
        if (!expected.isEmpty() && !present.contains(expected)) {
            errors.required(path.child(expected), "must populate information for the given metric source");
        }
        if (present.size() != 1) {
            for (var source : present) {
                if (!source.equals(expected)) {
                    errors.forbidden(path.child(source), "must populate the given metric source only");
                }
            }
        }
    }

    private static String expectedSource(String type) {
        return switch (type) {
            case MetricSourceType.OBJECT -> "object";
            case MetricSourceType.EXTERNAL -> "external";
            case MetricSourceType.PODS -> "pods";
            case MetricSourceType.RESOURCE -> "resource";
            case MetricSourceType.CONTAINER_RESOURCE -> "containerResource";
            default -> "";
        };
    }

    private void object(FieldPath at, MetricSpec.ObjectMetricSource source) {
        references.check(at.child("describedObject"), source.describedObject(), errors);
        identifier(at.child("metric"), source.metric());
        target(at.child("target"), source.target());
        if (source.target().value() == null && source.target().averageValue() == null) {
            errors.required(at.child("target", "averageValue"), "must set either a target value or averageValue");
        }
    }

    private void external(FieldPath at, MetricSpec.ExternalMetricSource source) {
        identifier(at.child("metric"), source.metric());
        target(at.child("target"), source.target());
        if (source.target().value() == null && source.target().averageValue() == null) {
            errors.required(
                    at.child("target", "averageValue"),
                    "must set either a target value for metric or a per-pod target");
        }
        if (source.target().value() != null && source.target().averageValue() != null) {
            errors.forbidden(
                    at.child("target", "value"), "may not set both a target value for metric and a per-pod target");
        }
    }

    private void pods(FieldPath at, MetricSpec.PodsMetricSource source) {
        identifier(at.child("metric"), source.metric());
        target(at.child("target"), source.target());
        var average = source.target().averageValue();
        if (average == null) {
            errors.required(at.child("target", "averageValue"), "must specify a positive target averageValue");
        }
    }

    private void resource(FieldPath at, MetricSpec.ResourceMetricSource source) {
        if (source.name().isEmpty()) {
            errors.required(at.child("name"), "must specify a resource name");
        }
        resourceTarget(at.child("target"), source.target());
    }

    private void containerResource(FieldPath at, MetricSpec.ContainerResourceMetricSource source) {
        if (source.name().isEmpty()) {
            errors.required(at.child("name"), "must specify a resource name");
        } else {
            resourceOfContainers(at.child("name"), source.name());
        }
        if (source.container().isEmpty()) {
            errors.required(at.child("container"), "must specify a container");
        } else {
            errors.invalid(at.child("container"), source.container(), Names.dnsLabel(source.container()));
        }
        resourceTarget(at.child("target"), source.target());
    }

    private void resourceOfContainers(FieldPath at, String name) {
        var found = new ArrayList<FieldError>();
        ResourceRules.name(at, name, found);
        errors.addAll(found);
        if (name.indexOf('/') < 0 && !ResourceNames.isStandardOfContainers(name)) {
            errors.invalid(at, name, "must be a standard resource for containers");
        }
    }

    private void resourceTarget(FieldPath at, MetricTarget target) {
        target(at, target);
        if (target.averageUtilization() == null && target.averageValue() == null) {
            errors.required(at.child("averageUtilization"), NO_TARGET);
        }
        if (target.averageUtilization() != null && target.averageValue() != null) {
            errors.forbidden(at.child("averageValue"), TWO_TARGETS);
        }
    }

    private void target(FieldPath at, MetricTarget target) {
        if (target.type().isEmpty()) {
            errors.required(at.child("type"), "must specify a metric target type");
        }
        switch (target.type()) {
            case MetricTarget.Type.UTILIZATION, MetricTarget.Type.VALUE, MetricTarget.Type.AVERAGE_VALUE -> {}
            default -> errors.invalid(
                    at.child("type"), target.type(), "must be either Utilization, Value, or AverageValue");
        }
        positive(at.child("value"), target.value());
        positive(at.child("averageValue"), target.averageValue());
        if (target.averageUtilization() != null && target.averageUtilization() < 1) {
            errors.invalid(at.child("averageUtilization"), target.averageUtilization(), "must be greater than 0");
        }
    }

    private void positive(FieldPath at, @Nullable Quantity quantity) {
        if (quantity != null && quantity.sign() != 1) {
            errors.invalid(at, quantity.toString(), "must be positive");
        }
    }

    private void identifier(FieldPath at, MetricIdentifier metric) {
        if (metric.name().isEmpty()) {
            errors.required(at.child("name"), "must specify a metric name");
            return;
        }
        errors.invalid(at.child("name"), metric.name(), Names.pathSegment(metric.name()));
    }
}
