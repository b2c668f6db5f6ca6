package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks of ControllerRevisions: they hold data, which never changes. */
final class ControllerRevisionRules implements KindRules<ControllerRevision> {
    private static final FieldPath DATA = FieldPath.of("data");
    private static final FieldPath REVISION = FieldPath.of("revision");

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
        errors.nonNegative(REVISION, revision.revision());
        if (revision.data() == null) {
            errors.required(DATA, "data is mandatory");
        } else if (!(revision.data() instanceof Map)) {
            errors.required(DATA, "data must be a valid JSON object");
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(ControllerRevision revision, ControllerRevision old) {
        var errors = new FieldErrors();
        errors.nonNegative(REVISION, revision.revision());
        if (!Objects.equals(revision.data(), old.data())) {
            // data is JSON of its own and shown as it is: an empty object is not one that is not there
            var shown = revision.data() == null ? "null" : revision.data();
            errors.add(FieldError.invalid(DATA, shown, "field is immutable"));
        }
        return errors.list();
    }
}
