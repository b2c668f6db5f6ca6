package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return validate(hpa, null, scaleToZero ? 0 : 1);
    }

    /** An autoscaler that has been allowed to scale to zero keeps that right. */
    @Override
    public List<FieldError> validateUpdate(HorizontalPodAutoscaler hpa, HorizontalPodAutoscaler old) {
        var allowed = scaleToZero || HpaAlgorithm.minReplicas(old) == 0;
        return validate(hpa, old, allowed ? 0 : 1);
    }

    @Override
    public List<FieldError> validateStatusUpdate(HorizontalPodAutoscaler hpa, HorizontalPodAutoscaler old) {
        var errors = new FieldErrors();
        var path = FieldPath.of("status");
        errors.nonNegative(path.child("currentReplicas"), hpa.status().currentReplicas());
        errors.nonNegative(path.child("desiredReplicas"), hpa.status().desiredReplicas());
        return errors.list();
    }

    private static List<FieldError> validate(
            HorizontalPodAutoscaler hpa, @Nullable HorizontalPodAutoscaler old, int lowestMin) {
        var spec = hpa.spec();
        var errors = new FieldErrors();
        var min = spec.minReplicas();
        var maxPath = SPEC.child("maxReplicas");
        if (min != null && min < lowestMin) {
            errors.invalid(SPEC.child("minReplicas"), min, "must be greater than or equal to " + lowestMin);
        }
        if (spec.maxReplicas() < 1) {
            errors.invalid(maxPath, spec.maxReplicas(), "must be greater than 0");
        }
        if (min != null && spec.maxReplicas() < min) {
            errors.invalid(maxPath, spec.maxReplicas(), "must be greater than or equal to `minReplicas`");
        }
        TargetReferenceRules.ofTarget(
                        spec.scaleTargetRef(), old == null ? null : old.spec().scaleTargetRef())
                .check(SPEC.child("scaleTargetRef"), spec.scaleTargetRef(), errors);
        metrics(spec, TargetReferenceRules.ofMetrics(old), errors);
        if (spec.behavior() != null) {
            ScalingBehaviorRules.check(SPEC.child("behavior"), spec.behavior(), errors);
        }
        return errors.list();
    }

    private static void metrics(
            HorizontalPodAutoscaler.Spec spec, TargetReferenceRules references, FieldErrors errors) {
        var path = SPEC.child("metrics");
        for (int i = 0; i < spec.metrics().size(); i++) {
            new MetricSpecRules(path.index(i), references, errors)
                    .check(spec.metrics().get(i));
        }
        var min = spec.minReplicas();
        if (min != null && min == 0 && !wakesFromZero(spec.metrics())) {
            errors.forbidden(
                    path, "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    /** Whether some metric still exists without pods. */
    private static boolean wakesFromZero(List<MetricSpec> metrics) {
        for (var metric : metrics) {
            if (metric.type().equals(MetricSourceType.OBJECT) || metric.type().equals(MetricSourceType.EXTERNAL)) {
                return true;
            }
        }
        return false;
    }
}
