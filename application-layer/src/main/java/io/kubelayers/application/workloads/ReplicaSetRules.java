package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Defaults and checks of ReplicaSets. */
final class ReplicaSetRules implements KindRules<ReplicaSet> {
    @Override
    public Class<ReplicaSet> type() {
        return ReplicaSet.class;
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
        var spec = set.spec();
        var errors = new ArrayList<FieldError>();
        TemplateChecks.notNegative("replicas", spec.replicas(), errors);
        TemplateChecks.notNegative("minReadySeconds", spec.minReadySeconds(), errors);
        TemplateChecks.selector("deployment", spec.selector(), spec.template(), errors);
        TemplateChecks.longRunning("ReplicaSet", spec.template().spec(), errors);
        return errors;
    }

    @Override
    public List<FieldError> validateUpdate(ReplicaSet set, ReplicaSet old) {
        return TemplateChecks.and(
                validate(set),
                TemplateChecks.sameSelector(set.spec().selector(), old.spec().selector()));
    }
}
