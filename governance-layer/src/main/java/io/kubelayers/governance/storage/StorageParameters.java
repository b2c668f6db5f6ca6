package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What may be wrong with whom a class of storage asks, and what it tells them ({@code validateParameters}). */
final class StorageParameters {
    private static final int MOST = 512;
    private static final int MOST_BYTES = 256 * 1024;

    private StorageParameters() {}

    static void provisioner(FieldPath path, String name, FieldErrors errors) {
        if (errors.given(path, name)) {
            var lower = name.toLowerCase(Locale.ROOT);
            errors.invalid(path, lower, Names.qualifiedName(lower));
        }
    }

    static void check(FieldPath path, Map<String, String> parameters, boolean mayBeEmpty, FieldErrors errors) {
        if (parameters.size() > MOST) {
            errors.add(FieldError.tooLong(path, MOST));
            return;
        }
        long size = 0;
        for (var parameter : parameters.entrySet()) {
            if (parameter.getKey().isEmpty()) {
                errors.invalid(path, "", "field can not be empty.");
            }
            size += bytes(parameter.getKey()) + bytes(parameter.getValue());
        }
        if (size > MOST_BYTES) {
            errors.add(FieldError.tooLong(path, MOST_BYTES));
        }
        if (!mayBeEmpty && parameters.isEmpty()) {
            errors.required(path, "must contain at least one key/value pair");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
