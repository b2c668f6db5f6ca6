package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Defaults and checks of ReplicationControllers: selector and labels are those of the template unless given. */
final class ReplicationControllerRules implements KindRules<ReplicationController> {
    @Override
    public Class<ReplicationController> type() {
        return ReplicationController.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public ReplicationController defaulted(ReplicationController controller) {
        var spec = controller.spec().replicas() == null ? controller.spec().withReplicas(1) : controller.spec();
        var metadata = controller.metadata();
        if (spec.template() != null && !spec.template().metadata().labels().isEmpty()) {
            var labels = spec.template().metadata().labels();
            spec = spec.selector().isEmpty() ? spec.withSelector(labels) : spec;
            metadata = metadata.labels().isEmpty() ? metadata.withLabels(labels) : metadata;
        }
        return controller.withMetadata(metadata).withSpec(spec);
    }

    @Override
    public List<FieldError> validate(ReplicationController controller) {
        var spec = controller.spec();
        var errors = new ArrayList<FieldError>();
        TemplateChecks.notNegative("minReadySeconds", spec.minReadySeconds(), errors);
        if (spec.selector().isEmpty()) {
            errors.add(FieldError.required(TemplateChecks.SPEC.child("selector"), ""));
        }
        TemplateChecks.notNegative("replicas", spec.replicas(), errors);
        if (spec.template() == null) {
            errors.add(FieldError.required(TemplateChecks.SPEC.child("template"), ""));
            return errors;
        }
        if (!spec.selector().isEmpty()) {
            TemplateChecks.matches(Selector.ofLabels(spec.selector()), spec.template(), errors);
        }
        TemplateChecks.longRunning("ReplicationController", spec.template().spec(), errors);
        return errors;
    }
}
