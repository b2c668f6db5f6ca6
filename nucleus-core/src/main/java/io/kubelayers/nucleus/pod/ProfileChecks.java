package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.AppArmorProfile;
import io.kubelayers.nucleus.core.SeccompProfile;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.volume.FilePaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with seccomp and AppArmor profiles ({@code validateSeccompProfileField}, {@code ValidateAppArmorProfileField}). */
final class ProfileChecks {
    static final String LOCALHOST = "Localhost";
    static final String RUNTIME_DEFAULT = "RuntimeDefault";
    static final String UNCONFINED = "Unconfined";

    private static final List<String> TYPES = List.of(LOCALHOST, RUNTIME_DEFAULT, UNCONFINED);
    private static final int PATH_MAX = 4095;

    private ProfileChecks() {}

    static void seccomp(FieldPath path, @Nullable SeccompProfile profile, List<FieldError> errors) {
        if (profile == null) {
            return;
        }
        type(path.child("type"), profile.type(), "type is required when seccompProfile is set", errors);
        var file = profile.localhostProfile();
        var at = path.child("localhostProfile");
        if (!profile.type().equals(LOCALHOST)) {
            if (file != null) {
                errors.add(FieldError.invalid(
                        at, ShownValue.of(profile), "can only be set when seccomp type is Localhost"));
            }
        } else if (file == null) {
            errors.add(FieldError.required(at, "must be set when seccomp type is Localhost"));
        } else {
            FilePaths.descending(at, file, errors);
        }
    }

    private static void type(FieldPath path, String type, String required, List<FieldError> errors) {
        if (type.isEmpty()) {
            errors.add(FieldError.required(path, required));
        } else {
            PodSpecChecks.choiceIfSet(path, type, TYPES, errors);
        }
    }

    static void appArmor(FieldPath path, @Nullable AppArmorProfile profile, List<FieldError> errors) {
        if (profile == null) {
            return;
        }
        var name = profile.localhostProfile();
        var at = path.child("localhostProfile");
        if (profile.type().equals(LOCALHOST)) {
            localAppArmor(at, name, errors);
        } else if (TYPES.contains(profile.type())) {
            if (name != null) {
                errors.add(FieldError.invalid(at, name, "can only be set when AppArmor type is Localhost"));
            }
        } else {
            type(path.child("type"), profile.type(), "type is required when appArmorProfile is set", errors);
        }
    }

    private static void localAppArmor(FieldPath at, @Nullable String name, List<FieldError> errors) {
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required(at, "must be set when AppArmor type is Localhost"));
            return;
        }
        if (!name.strip().equals(name)) {
            errors.add(FieldError.invalid(at, name, "must not be padded with whitespace"));
        }
        if (name.length() > PATH_MAX) {
            errors.add(FieldError.tooLong(at, PATH_MAX));
        }
    }
}
