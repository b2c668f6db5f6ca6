package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Defaults of a LimitRange and what it must look like (pkg/apis/core/validation/validation.go). */
public final class LimitRangeRules implements KindRules<LimitRange> {
    @Override
    public Class<LimitRange> type() {
        return LimitRange.class;
    }

    @Override
    public LimitRange defaulted(LimitRange range) {
        return LimitRangeDefaults.of(range);
    }

    /** A limit range without a name gets one that nobody else has. */
    @Override
    public LimitRange prepareForCreate(LimitRange range) {
        if (range.metadata().name() != null) {
            return range;
        }
        var uid = String.valueOf(range.metadata().uid());
        var name = UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
        return range.withMetadata(range.metadata().withName(name));
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public List<FieldError> validate(LimitRange range) {
        var errors = new ArrayList<FieldError>();
        var types = new HashSet<String>();
        var items = range.spec().limits();
        for (int i = 0; i < items.size(); i++) {
            var path = FieldPath.of("spec", "limits").index(i);
            var item = items.get(i);
            LimitNames.checkType(item.type(), path.child("type"), errors);
            if (!types.add(item.type())) {
                errors.add(FieldError.duplicate(path.child("type"), item.type()));
            }
            new ItemErrors(item, path, errors).check();
        }
        return errors;
    }
}
