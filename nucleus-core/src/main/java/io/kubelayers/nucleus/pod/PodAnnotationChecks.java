package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.core.SeccompProfile;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.volume.FilePaths;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with annotations of pods that mean something ({@code ValidatePodSpecificAnnotations}). */
final class PodAnnotationChecks {
    /** Marks a pod that a node made from a file of its own. */
    static final String MIRROR = "kubernetes.io/config.mirror";

    static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String LOCALHOST = "localhost/";

    private PodAnnotationChecks() {}

    static void check(FieldPath path, Map<String, String> annotations, PodSpec spec, List<FieldError> errors) {
        if (annotations.isEmpty()) {
            return;
        }
        if (annotations.containsKey(MIRROR) && spec.nodeName() == null) {
            errors.add(FieldError.invalid(
                    path.key(MIRROR),
                    annotations.get(MIRROR),
                    "must set spec.nodeName if mirror pod annotation is set"));
        }
        var cost = annotations.get(DELETION_COST);
        if (cost != null && !isInt32(cost)) {
            errors.add(FieldError.invalid(path.key(DELETION_COST), cost, "must be a 32bit integer"));
        }
        var seccomp = annotations.get(SECCOMP_POD);
        if (seccomp != null) {
            seccomp(path.child(SECCOMP_POD), seccomp, errors);
        }
        annotations.forEach((key, value) -> {
            if (key.startsWith(SECCOMP_CONTAINER)) {
                seccomp(path.child(key), value, errors);
            }
        });
        annotations.forEach((key, value) -> {
            if (key.startsWith(APP_ARMOR)) {
                appArmor(path.key(key), key.substring(APP_ARMOR.length()), value, spec, errors);
            }
        });
    }

    /** An integer of 32 bits; upstream lets no plus sign and no leading zeros pass. */
    private static boolean isInt32(String text) {
        if (text.startsWith("+") || text.length() > 1 && text.startsWith("0")) {
            return false;
        }
        try {
            Integer.parseInt(text);
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static void seccomp(FieldPath path, String profile, List<FieldError> errors) {
        if (profile.equals("runtime/default") || profile.equals("docker/default") || profile.equals("unconfined")) {
            return;
        }
        if (profile.startsWith(LOCALHOST)) {
            FilePaths.descending(path, profile.substring(LOCALHOST.length()), errors);
        } else {
            errors.add(FieldError.invalid(path, profile, "must be a valid seccomp profile"));
        }
    }

    private static void appArmor(
            FieldPath path, String container, String profile, PodSpec spec, List<FieldError> errors) {
        if (!has(spec, container)) {
            errors.add(FieldError.invalid(path, container, "container not found"));
        }
        if (!profile.isEmpty()
                && !profile.equals("runtime/default")
                && !profile.equals("unconfined")
                && !profile.startsWith(LOCALHOST)) {
            errors.add(FieldError.invalid(path, profile, "invalid AppArmor profile name: " + GoText.quote(profile)));
        }
    }

    private static boolean has(PodSpec spec, String name) {
        boolean[] found = new boolean[1];
        ContainerLists.visit(
                FieldPath.ROOT,
                spec,
                (container, at) -> found[0] |= container.name().equals(name));
        return found[0];
    }

    /** Where both an annotation of old and its field are set, they agree. */
    static void agree(FieldPath path, Map<String, String> annotations, PodSpec spec, List<FieldError> errors) {
        if (annotations.isEmpty()) {
            return;
        }
        var context = spec.securityContext();
        if (context != null) {
            var at = path.child("securityContext", "seccompProfile");
            seccomp(at, annotations.get(SECCOMP_POD), context.seccompProfile(), errors);
        }
        ContainerLists.visit(path, spec, (container, at) -> {
            if (container.securityContext() != null) {
                seccomp(
                        at.child("securityContext", "seccompProfile"),
                        annotations.get(SECCOMP_CONTAINER + container.name()),
                        container.securityContext().seccompProfile(),
                        errors);
            }
        });
        if (spec.os() == null || !spec.os().name().equals(OSName.WINDOWS)) {
            ContainerLists.visit(path, spec, (container, at) -> {
                var annotation = annotations.get(APP_ARMOR + container.name());
                if (annotation != null) {
                    appArmor(at.child("securityContext", "appArmorProfile"), annotation, container, spec, errors);
                }
            });
        }
    }

    private static void seccomp(
            FieldPath at, @Nullable String annotation, @Nullable SeccompProfile profile, List<FieldError> errors) {
        if (annotation == null || profile == null) {
            return;
        }
        agree(
                at,
                "seccomp",
                annotation.equals("docker/default") ? "runtime/default" : annotation,
                profile.type(),
                profile.localhostProfile(),
                errors);
    }

    private static void appArmor(
            FieldPath at, String annotation, Container container, PodSpec spec, List<FieldError> errors) {
        var own = container.securityContext() == null
                ? null
                : container.securityContext().appArmorProfile();
        var ofPod =
                spec.securityContext() == null ? null : spec.securityContext().appArmorProfile();
        var profile = own == null ? ofPod : own;
        if (profile != null) {
            agree(at, "apparmor", annotation, profile.type(), profile.localhostProfile(), errors);
        }
    }

    private static void agree(
            FieldPath at,
            String what,
            String annotation,
            String type,
            @Nullable String local,
            List<FieldError> errors) {
        boolean sameType =
                switch (type) {
                    case ProfileChecks.UNCONFINED -> annotation.equals("unconfined");
                    case ProfileChecks.RUNTIME_DEFAULT -> annotation.equals("runtime/default");
                    case ProfileChecks.LOCALHOST -> annotation.startsWith(LOCALHOST);
                    default -> true;
                };
        if (!sameType) {
            errors.add(FieldError.forbidden(at.child("type"), what + " type in annotation and field must match"));
        } else if (type.equals(ProfileChecks.LOCALHOST)
                && !annotation.substring(LOCALHOST.length()).equals(local)) {
            errors.add(FieldError.forbidden(
                    at.child("localhostProfile"), what + " profile in annotation and field must match"));
        }
    }
}
