package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.SecurityContext;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the security settings of a container ({@code ValidateSecurityContext}). */
final class ContainerSecurityChecks {
    private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");

    private ContainerSecurityChecks() {}

    static void check(FieldPath path, SecurityContext context, boolean hostUsers, List<FieldError> errors) {
        id(path.child("runAsUser"), context.runAsUser(), errors);
        id(path.child("runAsGroup"), context.runAsGroup(), errors);
        var procMount = context.procMount();
        if (procMount != null) {
            PodSpecChecks.choiceIfSet(path.child("procMount"), procMount, PROC_MOUNTS, errors);
            if (hostUsers && procMount.equals("Unmasked")) {
                errors.add(FieldError.invalid(
                        path.child("procMount"), procMount, "`hostUsers` must be false to use `Unmasked`"));
            }
        }
        ProfileChecks.seccomp(path.child("seccompProfile"), context.seccompProfile(), errors);
        if (Boolean.FALSE.equals(context.allowPrivilegeEscalation())) {
            escalation(path, context, errors);
        }
        WindowsChecks.options(path.child("windowsOptions"), context.windowsOptions(), errors);
        ProfileChecks.appArmor(path.child("appArmorProfile"), context.appArmorProfile(), errors);
    }

    private static void escalation(FieldPath path, SecurityContext context, List<FieldError> errors) {
        if (Boolean.TRUE.equals(context.privileged())) {
            errors.add(FieldError.invalid(
                    path,
                    ShownValue.of(context),
                    "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"));
        }
        if (context.capabilities() != null) {
            for (var capability : context.capabilities().add()) {
                if (capability.equals("CAP_SYS_ADMIN")) {
                    errors.add(FieldError.invalid(
                            path,
                            ShownValue.of(context),
                            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"));
                }
            }
        }
    }

    /** The number of a user or group, if set. */
    static void id(FieldPath path, @Nullable Long id, List<FieldError> errors) {
        if (id != null) {
            for (var complaint : Names.userOrGroupId(id)) {
                errors.add(FieldError.invalid(path, id, complaint));
            }
        }
    }
}
