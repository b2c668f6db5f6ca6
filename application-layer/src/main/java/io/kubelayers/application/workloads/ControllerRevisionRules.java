package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.ArrayList;
import java.util.List;

/** Checks of ControllerRevisions: they hold data, which never changes. */
final class ControllerRevisionRules implements KindRules<ControllerRevision> {
    @Override
    public Class<ControllerRevision> type() {
        return ControllerRevision.class;
    }

    @Override
    public List<FieldError> validate(ControllerRevision revision) {
        var errors = new ArrayList<FieldError>();
        if (revision.data() == null) {
            errors.add(FieldError.required(FieldPath.of("data"), "data is mandatory"));
        }
        errors.addAll(ObjectMetaValidation.nonNegative(FieldPath.of("revision"), revision.revision()));
        return errors;
    }

    @Override
    public List<FieldError> validateUpdate(ControllerRevision revision, ControllerRevision old) {
        return TemplateChecks.and(
                validate(revision), ObjectMetaValidation.immutable(FieldPath.of("data"), revision.data(), old.data()));
    }
}
