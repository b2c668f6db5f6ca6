package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSecurityContext;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;

/** What is wrong with the security settings of a pod ({@code validatePodSpecSecurityContext}). */
final class PodSecurityChecks {
    private static final List<String> GROUP_CHANGES = List.of("Always", "OnRootMismatch");
    private static final List<String> GROUP_POLICIES = List.of("Merge", "Strict");
    private static final List<String> LABEL_CHANGES = List.of("MountOption", "Recursive");
    private static final String SYSCTL_PART = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private static final int SYSCTL_MAX = 253;
    private static final String NOT_A_SYSCTL = "must have at most " + SYSCTL_MAX + " characters and match regex ^("
            + SYSCTL_PART + "[\\./])*" + SYSCTL_PART + "$";

    private PodSecurityChecks() {}

    static void check(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var context = spec.securityContext();
        boolean shares = Boolean.TRUE.equals(spec.shareProcessNamespace()) && spec.hostPID();
        if (context != null) {
            ContainerSecurityChecks.id(path.child("fsGroup"), context.fsGroup(), errors);
            ContainerSecurityChecks.id(path.child("runAsUser"), context.runAsUser(), errors);
            ContainerSecurityChecks.id(path.child("runAsGroup"), context.runAsGroup(), errors);
            for (int i = 0; i < context.supplementalGroups().size(); i++) {
                ContainerSecurityChecks.id(
                        path.child("supplementalGroups").index(i),
                        context.supplementalGroups().get(i),
                        errors);
            }
        }
        if (shares) {
            errors.add(FieldError.invalid(
                    path.child("shareProcessNamespace"),
                    true,
                    "ShareProcessNamespace and HostPID cannot both be enabled"));
        }
        if (context != null) {
            rest(path, spec, context, errors);
        }
    }

    private static void rest(FieldPath path, PodSpec spec, PodSecurityContext context, List<FieldError> errors) {
        if (!context.sysctls().isEmpty()) {
            sysctls(path.child("sysctls"), spec, context, errors);
        }
        PodSpecChecks.choiceIfSet(
                path.child("fsGroupChangePolicy"), context.fsGroupChangePolicy(), GROUP_CHANGES, errors);
        ProfileChecks.seccomp(path.child("seccompProfile"), context.seccompProfile(), errors);
        WindowsChecks.options(path.child("windowsOptions"), context.windowsOptions(), errors);
        ProfileChecks.appArmor(path.child("appArmorProfile"), context.appArmorProfile(), errors);
        PodSpecChecks.choiceIfSet(
                path.child("supplementalGroupsPolicy"), context.supplementalGroupsPolicy(), GROUP_POLICIES, errors);
        PodSpecChecks.choiceIfSet(
                path.child("seLinuxChangePolicy"), context.seLinuxChangePolicy(), LABEL_CHANGES, errors);
    }

    private static void sysctls(FieldPath path, PodSpec spec, PodSecurityContext context, List<FieldError> errors) {
        var names = new HashSet<String>();
        for (int i = 0; i < context.sysctls().size(); i++) {
            var name = context.sysctls().get(i).name();
            var at = path.index(i).child("name");
            if (name.isEmpty()) {
                errors.add(FieldError.required(at, ""));
            } else if (!isSysctl(name)) {
                errors.add(FieldError.invalid(at, name, NOT_A_SYSCTL));
            } else if (names.contains(name)) {
                errors.add(FieldError.duplicate(at, name));
            }
            names.add(name);
            ofHost(at, name, spec, errors);
        }
    }

    /** Parts joined by dots or slashes, each beginning and ending with a letter or digit. */
    private static boolean isSysctl(String name) {
        boolean inner = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean separator = c == '.' || c == '/';
            if (!plain && !separator && c != '-' && c != '_' || !plain && !inner) {
                return false;
            }
            boolean last = i + 1 == name.length();
            char next = last ? '.' : name.charAt(i + 1);
            if (!plain && !separator && (next == '.' || next == '/')) {
                return false;
            }
            inner = !separator;
        }
        return inner && name.length() <= SYSCTL_MAX;
    }

    private static void ofHost(FieldPath at, String name, PodSpec spec, List<FieldError> errors) {
        var dotted = name.replace('/', '.');
        if (spec.hostNetwork() && dotted.startsWith("net.")) {
            errors.add(FieldError.invalid(at, name, "may not be specified when 'hostNetwork' is true"));
        } else if (spec.hostIPC() && isOfIpc(dotted)) {
            errors.add(FieldError.invalid(at, name, "may not be specified when 'hostIPC' is true"));
        }
    }

    /** The settings that belong to the IPC namespace (component-helpers, {@code node/util/sysctl/namespace.go}). */
    private static boolean isOfIpc(String name) {
        return name.equals("kernel.sem")
                || name.startsWith("kernel.shm")
                || name.startsWith("kernel.msg")
                || name.startsWith("fs.mqueue.");
    }
}
