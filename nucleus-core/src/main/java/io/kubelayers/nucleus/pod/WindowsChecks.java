package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.core.SecurityContext;
import io.kubelayers.nucleus.core.WindowsSecurityContextOptions;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with settings that only Windows has, or has not ({@code validateOS}, {@code validateWindowsHostProcessPod}). */
final class WindowsChecks {
    private static final List<String> SYSTEMS = List.of(OSName.LINUX, OSName.WINDOWS);
    private static final int SPEC_MAX = 64 * 1024;

    private WindowsChecks() {}

    /** The settings agree with the operating system that the pod declares. */
    static void os(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (spec.os() == null) {
            return;
        }
        var name = spec.os().name();
        if (name.isEmpty()) {
            errors.add(FieldError.required(path.child("os", "name"), ""));
        } else if (!SYSTEMS.contains(name)) {
            errors.add(FieldError.notSupported(path.child("os"), name, SYSTEMS));
        } else if (name.equals(OSName.LINUX)) {
            linux(path, spec, errors);
        } else {
            windows(path, spec, errors);
        }
    }

    private static void linux(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var message = "windows options cannot be set for a linux pod";
        if (spec.securityContext() != null && spec.securityContext().windowsOptions() != null) {
            errors.add(FieldError.forbidden(path.child("securityContext", "windowsOptions"), message));
        }
        ContainerLists.visit(path, spec, (container, at) -> {
            if (container.securityContext() != null
                    && container.securityContext().windowsOptions() != null) {
                errors.add(FieldError.forbidden(at.child("securityContext", "windowsOptions"), message));
            }
        });
    }

    private static void windows(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var context = spec.securityContext();
        var at = path.child("securityContext");
        if (context != null) {
            unset(at, "appArmorProfile", context.appArmorProfile(), errors);
            unset(at, "seLinuxOptions", context.seLinuxOptions(), errors);
        }
        unset(path, "hostUsers", spec.hostUsers(), errors);
        unset(path, "hostPID", spec.hostPID() ? true : null, errors);
        unset(path, "hostIPC", spec.hostIPC() ? true : null, errors);
        if (context != null) {
            unset(at, "seccompProfile", context.seccompProfile(), errors);
            unset(at, "fsGroup", context.fsGroup(), errors);
            unset(at, "fsGroupChangePolicy", context.fsGroupChangePolicy(), errors);
            unset(at, "sysctls", context.sysctls().isEmpty() ? null : true, errors);
        }
        unset(path, "shareProcessNamespace", spec.shareProcessNamespace(), errors);
        if (context != null) {
            unset(at, "runAsUser", context.runAsUser(), errors);
            unset(at, "runAsGroup", context.runAsGroup(), errors);
            unset(at, "supplementalGroups", context.supplementalGroups().isEmpty() ? null : true, errors);
            unset(at, "supplementalGroupsPolicy", context.supplementalGroupsPolicy(), errors);
            unset(at, "seLinuxChangePolicy", context.seLinuxChangePolicy(), errors);
        }
        ContainerLists.visit(path, spec, (container, place) -> {
            if (container.securityContext() != null) {
                windows(place.child("securityContext"), container.securityContext(), errors);
            }
        });
    }

    private static void windows(FieldPath at, SecurityContext context, List<FieldError> errors) {
        unset(at, "appArmorProfile", context.appArmorProfile(), errors);
        unset(at, "seLinuxOptions", context.seLinuxOptions(), errors);
        unset(at, "seccompProfile", context.seccompProfile(), errors);
        unset(at, "capabilities", context.capabilities(), errors);
        unset(at, "readOnlyRootFilesystem", context.readOnlyRootFilesystem(), errors);
        unset(at, "privileged", context.privileged(), errors);
        unset(at, "allowPrivilegeEscalation", context.allowPrivilegeEscalation(), errors);
        unset(at, "procMount", context.procMount(), errors);
        unset(at, "runAsUser", context.runAsUser(), errors);
        unset(at, "runAsGroup", context.runAsGroup(), errors);
    }

    private static void unset(FieldPath at, String field, @Nullable Object value, List<FieldError> errors) {
        if (value != null) {
            errors.add(FieldError.forbidden(at.child(field), "cannot be set for a windows pod"));
        }
    }

    /** Options of a pod or container. */
    static void options(FieldPath path, @Nullable WindowsSecurityContextOptions options, List<FieldError> errors) {
        if (options == null) {
            return;
        }
        var name = options.gmsaCredentialSpecName();
        if (name != null) {
            MetaRules.invalid(path.child("gmsaCredentialSpecName"), name, Names.dnsSubdomain(name), errors);
        }
        var spec = options.gmsaCredentialSpec();
        if (spec != null && (spec.isEmpty() || spec.length() > SPEC_MAX)) {
            errors.add(FieldError.invalid(
                    path.child("gmsaCredentialSpec"),
                    spec,
                    spec.isEmpty()
                            ? "gmsaCredentialSpec cannot be an empty string"
                            : "gmsaCredentialSpec size must be under 64 KiB"));
        }
        if (options.runAsUserName() != null) {
            for (var complaint : WindowsUserName.complaints(options.runAsUserName())) {
                errors.add(FieldError.invalid(path.child("runAsUserName"), options.runAsUserName(), complaint));
            }
        }
    }

    /** All containers are host processes or none is, and host processes are on the host's network. */
    static void hostProcess(FieldPath path, PodSpec spec, List<FieldError> errors) {
        var ofPod = hostProcess(
                spec.securityContext() == null ? null : spec.securityContext().windowsOptions());
        int[] counts = new int[2];
        ContainerLists.visit(path, spec, (container, at) -> {
            counts[0]++;
            var context = container.securityContext();
            var own = hostProcess(context == null ? null : context.windowsOptions());
            if (ofPod != null && own != null && !ofPod.equals(own)) {
                errors.add(FieldError.invalid(
                        at.child("securityContext", "windowsOptions", "hostProcess"),
                        own,
                        "pod hostProcess value must be identical if both are specified, was " + ofPod));
            }
            if (Boolean.TRUE.equals(own == null ? ofPod : own)) {
                counts[1]++;
            }
        });
        if (counts[1] > 0 && counts[1] != counts[0]) {
            errors.add(FieldError.invalid(
                    path,
                    "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers"));
        }
        if (counts[1] > 0 && !spec.hostNetwork()) {
            errors.add(FieldError.invalid(
                    path.child("hostNetwork"),
                    false,
                    "hostNetwork must be true if pod contains any hostProcess containers"));
        }
    }

    private static @Nullable Boolean hostProcess(@Nullable WindowsSecurityContextOptions options) {
        return options == null ? null : options.hostProcess();
    }
}
