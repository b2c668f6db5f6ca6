package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** A pod with users of its own can't share the host's namespaces ({@code validateHostUsers}). */
final class HostUsersChecks {
    private static final String MESSAGE = "when `hostUsers` is false";

    private HostUsersChecks() {}

    static void check(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (!Boolean.FALSE.equals(spec.hostUsers())) {
            return;
        }
        if (spec.hostNetwork()) {
            errors.add(FieldError.forbidden(path.child("hostNetwork"), MESSAGE));
        }
        if (spec.hostPID()) {
            errors.add(FieldError.forbidden(path.child("HostPID"), MESSAGE));
        }
        if (spec.hostIPC()) {
            errors.add(FieldError.forbidden(path.child("HostIPC"), MESSAGE));
        }
        ContainerLists.visit(path, spec, (container, at) -> {
            if (!container.volumeDevices().isEmpty()) {
                errors.add(FieldError.forbidden(at.child("volumeDevices"), MESSAGE));
            }
        });
    }
}
