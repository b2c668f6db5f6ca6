package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of ReplicaSets. */
final class ReplicaSetRules implements KindRules<ReplicaSet> {
    @Override
    public Class<ReplicaSet> type() {
        return ReplicaSet.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public ReplicaSet defaulted(ReplicaSet set) {
        return set.spec().replicas() == null ? set.withSpec(set.spec().withReplicas(1)) : set;
    }

    @Override
    public List<FieldError> validate(ReplicaSet set) {
        var errors = new FieldErrors();
        check(set.spec(), errors);
        return errors.list();
    }

    private static void check(ReplicaSet.Spec spec, FieldErrors errors) {
        errors.nonNegative(SPEC.child("replicas"), spec.replicas());
        errors.nonNegative(SPEC.child("minReadySeconds"), spec.minReadySeconds());
        TemplateChecks.selectorAndTemplate(spec.selector(), spec.template(), errors);
    }

    @Override
    public List<FieldError> validateUpdate(ReplicaSet set, ReplicaSet old) {
        var errors = new FieldErrors();
        check(set.spec(), errors);
        errors.immutable(
                SPEC.child("selector"), set.spec().selector(), old.spec().selector());
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(ReplicaSet set, ReplicaSet old) {
        var errors = new FieldErrors();
        var status = set.status();
        new ReplicaCounts(
                        status.replicas(),
                        status.fullyLabeledReplicas(),
                        status.readyReplicas(),
                        status.availableReplicas(),
                        status.terminatingReplicas(),
                        status.observedGeneration())
                .check(errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(ReplicaSet set, @Nullable ReplicaSet old) {
        return TemplateChecks.warnings(set, old, set.spec().template());
    }
}
