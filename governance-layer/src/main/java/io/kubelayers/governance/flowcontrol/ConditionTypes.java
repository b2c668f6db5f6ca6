package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.Set;

/** Whether each condition has a type of its own. */
final class ConditionTypes {
    private ConditionTypes() {}

    static void check(FieldPath path, String type, Set<String> seen, FieldErrors errors) {
        if (!seen.add(type)) {
            errors.duplicate(path.child("type"), type);
        }
        if (type.isEmpty()) {
            errors.required(path.child("type"));
        }
    }
}
