package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;

/**
 * Each container must forbid its processes to gain more privileges than their parent has (set-user-ID files).
 *
 * <p>Fields: {@code securityContext.allowPrivilegeEscalation} of every container, which must be false. Since 1.25 not
 * asked of Windows pods. Upstream: {@code policy/check_allowPrivilegeEscalation.go}.
 */
final class AllowPrivilegeEscalationCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "allowPrivilegeEscalation";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(8, AllowPrivilegeEscalationCheck::test),
                Revision.sinceButNotForWindows(25, AllowPrivilegeEscalationCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        for (var container : pod.containers()) {
            var context = container.securityContext();
            if (context == null || !Boolean.FALSE.equals(context.allowPrivilegeEscalation())) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "allowPrivilegeEscalation != false",
                        culprits + " must set securityContext.allowPrivilegeEscalation=false"));
    }
}
