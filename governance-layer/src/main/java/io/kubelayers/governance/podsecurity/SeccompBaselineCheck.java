package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.SeccompProfile;
import io.kubelayers.nucleus.validation.GoText;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * System calls must not be left unfiltered: a profile that is set must be the runtime's or one of the node.
 *
 * <p>Fields: until 1.18 the annotations {@code seccomp.security.alpha.kubernetes.io/pod} and
 * {@code container.seccomp.security.alpha.kubernetes.io/*}, since 1.19 {@code securityContext.seccompProfile.type} of pod
 * and containers. Upstream: {@code policy/check_seccompProfile_baseline.go}.
 */
final class SeccompBaselineCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "seccompProfile_baseline";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(0, SeccompBaselineCheck::annotations), Revision.since(19, SeccompBaselineCheck::fields));
    }

    private static final String POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";

    private static Optional<Wrong> annotations(PodUnderTest pod) {
        var forbidden = new TreeSet<String>();
        collect(pod, POD_ANNOTATION, forbidden);
        for (var container : pod.containers()) {
            collect(pod, CONTAINER_ANNOTATION + container.name(), forbidden);
        }
        return forbidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "seccompProfile",
                        Culprits.plural(forbidden.size(), "forbidden annotation ", "forbidden annotations ")
                                + String.join(", ", forbidden)));
    }

    private static void collect(PodUnderTest pod, String annotation, TreeSet<String> forbidden) {
        var value = pod.annotations().get(annotation);
        if (value != null
                && !value.equals("runtime/default")
                && !value.equals("docker/default")
                && !value.startsWith("localhost/")) {
            forbidden.add(annotation + "=" + GoText.quote(value));
        }
    }

    private static Optional<Wrong> fields(PodUnderTest pod) {
        var culprits = new Culprits();
        var types = new TreeSet<String>();
        var context = pod.spec().securityContext();
        if (context != null && isForbidden(context.seccompProfile(), types)) {
            culprits.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            if (own != null && isForbidden(own.seccompProfile(), types)) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty() ? Optional.empty() : Optional.of(wrongType(culprits, types));
    }

    static Wrong wrongType(Culprits culprits, TreeSet<String> types) {
        return new Wrong(
                "seccompProfile",
                culprits + " must not set securityContext.seccompProfile.type to " + Culprits.quoted(types));
    }

    /** Whether a profile is set and of a type that is not allowed; the type is noted. */
    static boolean isForbidden(@Nullable SeccompProfile profile, TreeSet<String> types) {
        if (profile == null
                || profile.type().equals(SeccompProfile.Type.RUNTIME_DEFAULT)
                || profile.type().equals(SeccompProfile.Type.LOCALHOST)) {
            return false;
        }
        types.add(profile.type());
        return true;
    }
}
