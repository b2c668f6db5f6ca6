package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * System calls must be filtered: by the profile of each container or that of the pod.
 *
 * <p>Fields: {@code securityContext.seccompProfile.type} of pod and containers. Since 1.19; since 1.25 not asked of
 * Windows pods. Upstream: {@code policy/check_seccompProfile_restricted.go}.
 */
final class SeccompRestrictedCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "seccompProfile_restricted";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(19, SeccompRestrictedCheck::test),
                Revision.sinceButNotForWindows(25, SeccompRestrictedCheck::test));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("seccompProfile_baseline");
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var wrong = new Culprits();
        var silent = new Culprits();
        var types = new TreeSet<String>();
        var context = pod.spec().securityContext();
        var ofPod = context == null ? null : context.seccompProfile();
        boolean podIsBad = SeccompBaselineCheck.isForbidden(ofPod, types);
        if (podIsBad) {
            wrong.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            var profile = own == null ? null : own.seccompProfile();
            if (profile == null && (ofPod == null || podIsBad)) {
                silent.add(container.name());
            } else if (SeccompBaselineCheck.isForbidden(profile, types)) {
                wrong.add(container.name());
            }
        }
        if (!wrong.isEmpty()) {
            return Optional.of(SeccompBaselineCheck.wrongType(wrong, types));
        }
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "seccompProfile",
                        "pod or " + silent
                                + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
                                + " \"Localhost\""));
    }
}
