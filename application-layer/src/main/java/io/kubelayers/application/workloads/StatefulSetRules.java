package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of StatefulSets. */
final class StatefulSetRules implements KindRules<StatefulSet> {
    private static final String FROZEN =
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                    + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are"
                    + " forbidden";
    private static final String RETAIN = StatefulSet.PersistentVolumeClaimRetentionPolicyType.RETAIN;
    private static final String DELETE = StatefulSet.PersistentVolumeClaimRetentionPolicyType.DELETE;

    @Override
    public Class<StatefulSet> type() {
        return StatefulSet.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public StatefulSet defaulted(StatefulSet set) {
        var spec = set.spec();
        return set.withSpec(spec.withPodManagementPolicy(
                        or(spec.podManagementPolicy(), StatefulSet.PodManagementPolicyType.ORDERED_READY))
                .withUpdateStrategy(strategy(spec.updateStrategy()))
                .withPersistentVolumeClaimRetentionPolicy(retention(spec.persistentVolumeClaimRetentionPolicy()))
                .withReplicas(spec.replicas() == null ? 1 : spec.replicas())
                .withRevisionHistoryLimit(spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit())
                .withVolumeClaimTemplates(claims(spec.volumeClaimTemplates())));
    }

    private static StatefulSet.UpdateStrategy strategy(StatefulSet.UpdateStrategy strategy) {
        var type = or(strategy.type(), StatefulSet.UpdateStrategyType.ROLLING_UPDATE);
        var rolling = strategy.rollingUpdate();
        if (!type.equals(StatefulSet.UpdateStrategyType.ROLLING_UPDATE)
                || (strategy.type() != null && rolling == null)) {
            return strategy;
        }
        return new StatefulSet.UpdateStrategy(
                type,
                new StatefulSet.RollingUpdateStatefulSetStrategy(
                        rolling == null || rolling.partition() == null ? 0 : rolling.partition(),
                        rolling == null || rolling.maxUnavailable() == null
                                ? IntOrString.of(1)
                                : rolling.maxUnavailable()));
    }

    private static StatefulSet.PersistentVolumeClaimRetentionPolicy retention(
            StatefulSet.@Nullable PersistentVolumeClaimRetentionPolicy policy) {
        return new StatefulSet.PersistentVolumeClaimRetentionPolicy(
                or(policy == null ? null : policy.whenDeleted(), RETAIN),
                or(policy == null ? null : policy.whenScaled(), RETAIN));
    }

    private static List<PersistentVolumeClaim> claims(List<PersistentVolumeClaim> templates) {
        var claims = new ArrayList<PersistentVolumeClaim>();
        for (var claim : templates) {
            claims.add(claim.withSpec(
                            claim.spec().withVolumeMode(or(claim.spec().volumeMode(), "Filesystem")))
                    .withStatus(claim.status().withPhase(or(claim.status().phase(), "Pending"))));
        }
        return claims;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    @Override
    public List<FieldError> validate(StatefulSet set) {
        var spec = set.spec();
        var errors = new ArrayList<FieldError>();
        var policy = spec.podManagementPolicy();
        if (policy != null
                && !policy.equals(StatefulSet.PodManagementPolicyType.ORDERED_READY)
                && !policy.equals(StatefulSet.PodManagementPolicyType.PARALLEL)) {
            errors.add(FieldError.invalid(
                    TemplateChecks.SPEC.child("podManagementPolicy"), policy, "must be 'OrderedReady' or 'Parallel'"));
        }
        strategy(spec.updateStrategy(), errors);
        retention(spec.persistentVolumeClaimRetentionPolicy(), errors);
        TemplateChecks.notNegative("replicas", spec.replicas(), errors);
        TemplateChecks.notNegative("minReadySeconds", spec.minReadySeconds(), errors);
        if (spec.ordinals() != null && spec.ordinals().start() < 0) {
            errors.add(FieldError.invalid(
                    TemplateChecks.SPEC.child("ordinals", "start"),
                    (long) spec.ordinals().start(),
                    "must be greater than or equal to 0"));
        }
        TemplateChecks.selector("statefulset", spec.selector(), spec.template(), errors);
        TemplateChecks.longRunning("StatefulSet", withClaims(spec).spec(), errors);
        TemplateChecks.notNegative("revisionHistoryLimit", spec.revisionHistoryLimit(), errors);
        return errors;
    }

    /** The template with a volume for each claim, as its pods will have: containers mount them by name. */
    private static PodTemplateSpec withClaims(StatefulSet.Spec spec) {
        var volumes = new ArrayList<Volume>(spec.template().spec().volumes());
        for (var claim : spec.volumeClaimTemplates()) {
            var name = claim.metadata().nameOrEmpty();
            if (volumes.stream().noneMatch(volume -> volume.name().equals(name))) {
                volumes.add(VolumeBuilder.builder().name(name).build());
            }
        }
        return spec.template().withSpec(spec.template().spec().withVolumes(volumes));
    }

    private static void strategy(StatefulSet.UpdateStrategy strategy, List<FieldError> errors) {
        var path = TemplateChecks.SPEC.child("updateStrategy");
        var rolling = strategy.rollingUpdate();
        var type = strategy.type();
        if (type == null) {
            errors.add(FieldError.required(path, ""));
        } else if (type.equals(StatefulSet.UpdateStrategyType.ON_DELETE)) {
            if (rolling != null) {
                errors.add(FieldError.invalid(
                        path.child("rollingUpdate"), "", "only allowed for updateStrategy 'RollingUpdate'"));
            }
        } else if (!type.equals(StatefulSet.UpdateStrategyType.ROLLING_UPDATE)) {
            errors.add(FieldError.invalid(path, type, "must be 'RollingUpdate' or 'OnDelete'"));
        } else if (rolling != null) {
            if (rolling.partition() != null && rolling.partition() < 0) {
                errors.add(FieldError.invalid(
                        path.child("rollingUpdate", "partition"),
                        rolling.partition().longValue(),
                        "must be greater than or equal to 0"));
            }
            var unavailable = path.child("rollingUpdate", "maxUnavailable");
            TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), true, errors);
            if (rolling.maxUnavailable() != null && TemplateChecks.isZero(rolling.maxUnavailable())) {
                errors.add(
                        FieldError.invalid(unavailable, TemplateChecks.shown(rolling.maxUnavailable()), "cannot be 0"));
            }
        }
    }

    private static void retention(
            StatefulSet.@Nullable PersistentVolumeClaimRetentionPolicy policy, List<FieldError> errors) {
        if (policy == null) {
            return;
        }
        var path = TemplateChecks.SPEC.child("persistentVolumeClaimRetentionPolicy");
        retention("whenDeleted", policy.whenDeleted(), path, errors);
        retention("whenScaled", policy.whenScaled(), path, errors);
    }

    private static void retention(String field, @Nullable String value, FieldPath path, List<FieldError> errors) {
        if (value != null && !value.equals(RETAIN) && !value.equals(DELETE)) {
            errors.add(FieldError.notSupported(path.child(field), value, List.of(DELETE, RETAIN)));
        }
    }

    @Override
    public List<FieldError> validateUpdate(StatefulSet set, StatefulSet old) {
        var spec = set.spec();
        var frozen = old.spec()
                .withReplicas(spec.replicas())
                .withOrdinals(spec.ordinals())
                .withTemplate(spec.template())
                .withUpdateStrategy(spec.updateStrategy())
                .withRevisionHistoryLimit(spec.revisionHistoryLimit())
                .withPersistentVolumeClaimRetentionPolicy(spec.persistentVolumeClaimRetentionPolicy())
                .withMinReadySeconds(spec.minReadySeconds());
        return frozen.equals(spec)
                ? validate(set)
                : TemplateChecks.and(validate(set), List.of(FieldError.forbidden(TemplateChecks.SPEC, FROZEN)));
    }
}
