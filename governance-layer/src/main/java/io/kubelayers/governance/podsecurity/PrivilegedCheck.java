package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;

/**
 * Containers must not be privileged, which switches most protection off.
 *
 * <p>Fields: {@code securityContext.privileged} of every container. Upstream: {@code policy/check_privileged.go}.
 */
final class PrivilegedCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "privileged";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, PrivilegedCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        for (var container : pod.containers()) {
            var context = container.securityContext();
            if (context != null && Boolean.TRUE.equals(context.privileged())) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong("privileged", culprits + " must not set securityContext.privileged=true"));
    }
}
