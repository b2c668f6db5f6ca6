package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Checks of ControllerRevisions: they hold data, which never changes. */
final class ControllerRevisionRules implements KindRules<ControllerRevision> {
    @Override
    public Class<ControllerRevision> type() {
        return ControllerRevision.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public List<FieldError> validate(ControllerRevision revision) {
        var errors = new FieldErrors();
        if (revision.data() == null) {
            errors.required(FieldPath.of("data"), "data is mandatory");
        }
        errors.nonNegative(FieldPath.of("revision"), revision.revision());
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(ControllerRevision revision, ControllerRevision old) {
        var errors = new FieldErrors();
        errors.addAll(validate(revision));
        errors.immutable(FieldPath.of("data"), revision.data(), old.data());
        return errors.list();
    }
}
