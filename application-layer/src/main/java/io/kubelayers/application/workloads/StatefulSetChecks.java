package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;
import static io.kubelayers.application.workloads.TemplateChecks.STATUS;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.core.VolumeEmptyDirVolumeSourceBuilder;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.volume.ClaimSpecRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a StatefulSet ({@code ValidateStatefulSetSpec} and {@code ...Status}). */
final class StatefulSetChecks {
    private static final List<String> RETENTION = List.of(
            StatefulSet.PersistentVolumeClaimRetentionPolicyType.RETAIN,
            StatefulSet.PersistentVolumeClaimRetentionPolicyType.DELETE);

    private StatefulSetChecks() {}

    static void check(StatefulSet.Spec spec, FieldErrors errors) {
        check(spec, true, true, errors);
    }

    /** What never changes is not looked at again, and what was wrong in the template before may stay so. */
    static void checkChanged(StatefulSet.Spec spec, StatefulSet.Spec old, FieldErrors errors) {
        var before = new FieldErrors();
        TemplateChecks.read(old.selector()).ifPresent(selector -> template(old, selector, before));
        check(spec, false, before.size() == 0, errors);
    }

    private static void check(StatefulSet.Spec spec, boolean isNew, boolean withTemplate, FieldErrors errors) {
        var policy = spec.podManagementPolicy();
        if (errors.given(SPEC.child("podManagementPolicy"), policy)
                && !StatefulSet.PodManagementPolicyType.ORDERED_READY.equals(policy)
                && !StatefulSet.PodManagementPolicyType.PARALLEL.equals(policy)) {
            errors.invalid(SPEC.child("podManagementPolicy"), policy, "must be 'OrderedReady' or 'Parallel'");
        }
        strategy(spec.updateStrategy(), errors);
        retention(spec.persistentVolumeClaimRetentionPolicy(), errors);
        if (isNew) {
            claims(spec.volumeClaimTemplates(), errors);
        }
        errors.nonNegative(SPEC.child("replicas"), spec.replicas());
        errors.nonNegative(SPEC.child("minReadySeconds"), spec.minReadySeconds());
        if (spec.ordinals() != null) {
            errors.nonNegative(SPEC.child("ordinals.start"), spec.ordinals().start());
        }
        if (isNew && !spec.serviceName().isEmpty()) {
            errors.invalid(SPEC.child("serviceName"), spec.serviceName(), Names.dnsLabel(spec.serviceName()));
        }
        TemplateChecks.selector("statefulset", spec.selector(), "", errors).ifPresent(selector -> {
            if (withTemplate) {
                template(spec, selector, errors);
            }
        });
        TemplateChecks.restartsAlways("StatefulSet", spec.template().spec(), errors);
    }

    private static void template(StatefulSet.Spec spec, Selector selector, FieldErrors errors) {
        if (!selector.isEverything()) {
            TemplateChecks.matches(selector, spec.template(), TemplateChecks.TEMPLATE, errors);
        }
        var template = withClaims(spec);
        errors.addAll(PodTemplates.validate(TemplateChecks.TEMPLATE, template.metadata(), template.spec()));
    }

    private static void claims(List<PersistentVolumeClaim> templates, FieldErrors errors) {
        var path = SPEC.child("volumeClaimTemplates");
        var found = new ArrayList<FieldError>();
        for (int i = 0; i < templates.size(); i++) {
            ClaimSpecRules.check(path.index(i).child("spec"), templates.get(i).spec(), found);
        }
        errors.addAll(found);
    }

    /** The template with a volume for each claim, as its pods will have: containers mount them by name. */
    private static PodTemplateSpec withClaims(StatefulSet.Spec spec) {
        var volumes = new ArrayList<Volume>(spec.template().spec().volumes());
        for (var claim : spec.volumeClaimTemplates()) {
            var name = claim.metadata().nameOrEmpty();
            if (volumes.stream().noneMatch(volume -> volume.name().equals(name))) {
                volumes.add(VolumeBuilder.builder()
                        .name(name)
                        .emptyDir(VolumeEmptyDirVolumeSourceBuilder.builder().build())
                        .build());
            }
        }
        return spec.template().withSpec(spec.template().spec().withVolumes(volumes));
    }

    private static void strategy(StatefulSet.UpdateStrategy strategy, FieldErrors errors) {
        var path = SPEC.child("updateStrategy");
        var rolling = strategy.rollingUpdate();
        var type = strategy.type();
        if (type == null) {
            errors.required(path);
        } else if (type.equals(StatefulSet.UpdateStrategyType.ON_DELETE)) {
            if (rolling != null) {
                errors.invalid(path.child("rollingUpdate"), rolling, "only allowed for updateStrategy 'RollingUpdate'");
            }
        } else if (!type.equals(StatefulSet.UpdateStrategyType.ROLLING_UPDATE)) {
            errors.invalid(path, strategy, "must be 'RollingUpdate' or 'OnDelete'");
        } else if (rolling != null) {
            rolling(path.child("rollingUpdate"), rolling, errors);
        }
    }

    private static void rolling(
            FieldPath path, StatefulSet.RollingUpdateStatefulSetStrategy rolling, FieldErrors errors) {
        errors.nonNegative(path.child("partition"), rolling.partition());
        if (rolling.maxUnavailable() != null) {
            var unavailable = path.child("maxUnavailable");
            TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), errors);
            if (TemplateChecks.isZero(rolling.maxUnavailable())) {
                errors.invalid(unavailable, rolling.maxUnavailable(), "cannot be 0");
            }
            TemplateChecks.atMostAll(unavailable, rolling.maxUnavailable(), errors);
        }
    }

    private static void retention(
            StatefulSet.@Nullable PersistentVolumeClaimRetentionPolicy policy, FieldErrors errors) {
        if (policy != null) {
            var path = SPEC.child("persistentVolumeClaimRetentionPolicy");
            errors.oneOf(path.child("whenDeleted"), orEmpty(policy.whenDeleted()), RETENTION);
            errors.oneOf(path.child("whenScaled"), orEmpty(policy.whenScaled()), RETENTION);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static void check(StatefulSet.Status status, FieldErrors errors) {
        errors.nonNegative(STATUS.child("replicas"), status.replicas());
        errors.nonNegative(STATUS.child("readyReplicas"), status.readyReplicas());
        errors.nonNegative(STATUS.child("currentReplicas"), status.currentReplicas());
        errors.nonNegative(STATUS.child("updatedReplicas"), status.updatedReplicas());
        errors.nonNegative(STATUS.child("availableReplicas"), status.availableReplicas());
        errors.nonNegative(STATUS.child("observedGeneration"), status.observedGeneration());
        errors.nonNegative(STATUS.child("collisionCount"), status.collisionCount());
        var all = "status.replicas";
        TemplateChecks.notMore("readyReplicas", status.readyReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore("currentReplicas", status.currentReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore("updatedReplicas", status.updatedReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore("availableReplicas", status.availableReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore(
                "availableReplicas",
                status.availableReplicas(),
                status.readyReplicas(),
                "status.readyReplicas",
                errors);
    }
}
