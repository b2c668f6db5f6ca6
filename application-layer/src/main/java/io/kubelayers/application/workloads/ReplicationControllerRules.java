package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.GarbageCollectionPolicy;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of ReplicationControllers: selector and labels are those of the template unless given. */
final class ReplicationControllerRules implements KindRules<ReplicationController> {
    private static final String NOT_CONVERTIBLE = "non-convertible.kubernetes.io";

    @Override
    public Class<ReplicationController> type() {
        return ReplicationController.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public GarbageCollectionPolicy garbageCollection() {
        return GarbageCollectionPolicy.ORPHAN_DEPENDENTS;
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
        var errors = new FieldErrors();
        errors.nonNegative(SPEC.child("minReadySeconds"), spec.minReadySeconds());
        if (spec.selector().isEmpty()) {
            errors.required(SPEC.child("selector"));
        }
        errors.nonNegative(SPEC.child("replicas"), spec.replicas());
        if (spec.template() == null) {
            errors.required(TemplateChecks.TEMPLATE);
            return errors.list();
        }
        if (!spec.selector().isEmpty()) {
            TemplateChecks.matches(
                    Selector.ofLabels(spec.selector()), spec.template(), TemplateChecks.TEMPLATE, errors);
        }
        TemplateChecks.longRunning("ReplicationController", spec.template(), errors);
        return errors.list();
    }

    /** A selector that an annotation tells to be more than labels can say does not change. */
    @Override
    public List<FieldError> validateUpdate(ReplicationController controller, ReplicationController old) {
        var errors = new FieldErrors();
        errors.addAll(validate(controller));
        old.metadata().annotations().forEach((key, value) -> {
            var parts = key.split("/", -1);
            if (!key.startsWith(NOT_CONVERTIBLE) || parts.length != 2) {
                return;
            }
            if (!parts[1].contains("selector")) {
                errors.add(new FieldError(FieldError.Type.NOT_FOUND, parts[1], value, "unknown non-convertible field"));
            } else if (!controller.spec().selector().equals(old.spec().selector())) {
                errors.invalid(
                        SPEC.child("selector"), controller.spec().selector(), "cannot update non-convertible selector");
            }
        });
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(ReplicationController controller, ReplicationController old) {
        var errors = new FieldErrors();
        var status = controller.status();
        new ReplicaCounts(
                        status.replicas(),
                        status.fullyLabeledReplicas(),
                        status.readyReplicas(),
                        status.availableReplicas(),
                        null,
                        status.observedGeneration())
                .check(errors);
        return errors.list();
    }

    /** Of a change upstream looks at the template there was, having the two the wrong way round. */
    @Override
    public List<String> warnings(ReplicationController controller, @Nullable ReplicationController old) {
        var template = (old == null ? controller : old).spec().template();
        return template == null ? List.of() : TemplateChecks.warnings(controller, old, template);
    }
}
