package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.AppArmorProfile;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec.OSName;
import io.kubelayers.nucleus.core.SecurityContextBuilder;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations that named AppArmor profiles before there were fields for them: in a new pod the field follows the
 * annotation ({@code applyAppArmorVersionSkew} of registry/core/pod/strategy.go).
 */
final class AppArmorAnnotations {
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final String LOCALHOST = "localhost/";

    private AppArmorAnnotations() {}

    /** The pod with profiles in the fields, as far as annotations say them and fields don't. */
    static Pod inFields(Pod pod) {
        if (!applies(pod)) {
            return pod;
        }
        var spec = pod.spec();
        return pod.withSpec(spec.withInitContainers(inFields(pod, spec.initContainers()))
                .withContainers(inFields(pod, spec.containers())));
    }

    private static List<Container> inFields(Pod pod, List<Container> containers) {
        var all = new ArrayList<Container>(containers.size());
        for (var container : containers) {
            var profile = missing(pod, container) ? profile(annotation(pod, container)) : null;
            var context = container.securityContext();
            all.add(
                    profile == null || profile.equals(ofPod(pod))
                            ? container
                            : container.withSecurityContext((context == null
                                            ? SecurityContextBuilder.builder().build()
                                            : context)
                                    .withAppArmorProfile(profile)));
        }
        return all;
    }

    /** What authors of pods hear whose annotations say more than the fields, or nothing that could be a profile. */
    static List<String> warnings(Pod pod) {
        var warnings = new ArrayList<String>();
        if (applies(pod)) {
            ContainerLists.visit(FieldPath.ROOT, pod.spec(), (container, path) -> {
                var profile = missing(pod, container) ? profile(annotation(pod, container)) : null;
                if (missing(pod, container) && (profile == null || !profile.equals(ofPod(pod)))) {
                    warnings.add(ANNOTATIONS.key(PodAnnotationChecks.APP_ARMOR + container.name())
                            + ": deprecated since v1.30; use the \"appArmorProfile\" field instead");
                }
            });
        }
        return warnings;
    }

    private static boolean applies(Pod pod) {
        var os = pod.spec().os();
        return !pod.metadata().annotations().isEmpty()
                && (os == null || !os.name().equals(OSName.WINDOWS));
    }

    private static boolean missing(Pod pod, Container container) {
        var context = container.securityContext();
        return (context == null || context.appArmorProfile() == null) && annotation(pod, container) != null;
    }

    private static @Nullable String annotation(Pod pod, Container container) {
        return pod.metadata().annotations().get(PodAnnotationChecks.APP_ARMOR + container.name());
    }

    private static @Nullable AppArmorProfile ofPod(Pod pod) {
        var context = pod.spec().securityContext();
        return context == null ? null : context.appArmorProfile();
    }

    private static @Nullable AppArmorProfile profile(@Nullable String annotation) {
        if ("unconfined".equals(annotation)) {
            return new AppArmorProfile(AppArmorProfile.Type.UNCONFINED, null);
        }
        if ("runtime/default".equals(annotation)) {
            return new AppArmorProfile(AppArmorProfile.Type.RUNTIME_DEFAULT, null);
        }
        if (annotation == null || !annotation.startsWith(LOCALHOST)) {
            return null;
        }
        var profile = new AppArmorProfile(AppArmorProfile.Type.LOCALHOST, annotation.substring(LOCALHOST.length()));
        var errors = new ArrayList<FieldError>();
        ProfileChecks.appArmor(FieldPath.ROOT, profile, errors);
        return errors.isEmpty() ? profile : null;
    }
}
