package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Defaults and checks of autoscalers (upstream {@code apis/autoscaling/validation}).
 *
 * @param scaleToZero whether minReplicas may be 0: upstream's feature gate HPAScaleToZero, off by default
 */
public record HorizontalPodAutoscalerRules(boolean scaleToZero) implements KindRules<HorizontalPodAutoscaler> {
    private static final FieldPath SPEC = FieldPath.of("spec");

    /** The rules with upstream's default gates. */
    public static HorizontalPodAutoscalerRules standard() {
        return new HorizontalPodAutoscalerRules(false);
    }

    @Override
    public Class<HorizontalPodAutoscaler> type() {
        return HorizontalPodAutoscaler.class;
    }

    @Override
    public HorizontalPodAutoscaler defaulted(HorizontalPodAutoscaler hpa) {
        return HorizontalPodAutoscalerDefaults.apply(hpa);
    }

    @Override
    public HorizontalPodAutoscaler prepareForCreate(HorizontalPodAutoscaler hpa) {
        return hpa.withStatus(HorizontalPodAutoscaler.Status.EMPTY);
    }

    @Override
    public List<FieldError> validate(HorizontalPodAutoscaler hpa) {
        return validate(hpa, scaleToZero ? 0 : 1);
    }

    /** An autoscaler that has been allowed to scale to zero keeps that right. */
    @Override
    public List<FieldError> validateUpdate(HorizontalPodAutoscaler hpa, HorizontalPodAutoscaler old) {
        var allowed = scaleToZero || HpaAlgorithm.minReplicas(old) == 0;
        return validate(hpa, allowed ? 0 : 1);
    }

    @Override
    public List<FieldError> validateStatusUpdate(HorizontalPodAutoscaler hpa, HorizontalPodAutoscaler old) {
        var errors = new FieldErrors();
        var path = FieldPath.of("status");
        errors.nonNegative(path.child("currentReplicas"), hpa.status().currentReplicas());
        errors.nonNegative(path.child("desiredReplicas"), hpa.status().desiredReplicas());
        return errors.list();
    }

    private static List<FieldError> validate(HorizontalPodAutoscaler hpa, int lowestMin) {
        var spec = hpa.spec();
        var errors = new ArrayList<FieldError>();
        var min = spec.minReplicas();
        var maxPath = SPEC.child("maxReplicas");
        if (min != null && min < lowestMin) {
            errors.add(FieldError.invalid(
                    SPEC.child("minReplicas"), min, "must be greater than or equal to " + lowestMin));
        }
        if (spec.maxReplicas() < 1) {
            errors.add(FieldError.invalid(maxPath, spec.maxReplicas(), "must be greater than 0"));
        }
        if (min != null && spec.maxReplicas() < min) {
            errors.add(
                    FieldError.invalid(maxPath, spec.maxReplicas(), "must be greater than or equal to `minReplicas`"));
        }
        errors.addAll(reference(SPEC.child("scaleTargetRef"), spec.scaleTargetRef()));
        var metricsPath = SPEC.child("metrics");
        for (int i = 0; i < spec.metrics().size(); i++) {
            errors.addAll(MetricSpecRules.validate(
                    metricsPath.index(i), spec.metrics().get(i)));
        }
        if (min != null && min == 0 && !wakesFromZero(spec.metrics())) {
            errors.add(FieldError.forbidden(
                    metricsPath,
                    "must specify at least one Object or External metric to support scaling to zero replicas"));
        }
        if (spec.behavior() != null) {
            errors.addAll(ScalingBehaviorRules.validate(SPEC.child("behavior"), spec.behavior()));
        }
        return errors;
    }

    /** Whether some metric still exists without pods. */
    private static boolean wakesFromZero(List<MetricSpec> metrics) {
        for (var metric : metrics) {
            if (metric.object() != null || metric.external() != null) {
                return true;
            }
        }
        return false;
    }

    static List<FieldError> reference(FieldPath path, CrossVersionObjectReference reference) {
        var errors = new ArrayList<FieldError>();
        errors.addAll(segment(path.child("kind"), reference.kind()));
        errors.addAll(segment(path.child("name"), reference.name()));
        return errors;
    }

    private static List<FieldError> segment(FieldPath path, String text) {
        if (text.isEmpty()) {
            return List.of(FieldError.required(path, ""));
        }
        var errors = new ArrayList<FieldError>();
        for (var complaint : Names.pathSegment(text)) {
            errors.add(FieldError.invalid(path, text, complaint));
        }
        return errors;
    }
}
