package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.SecurityContext.ProcMountType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Containers must see {@code /proc} with its sensitive parts masked, even in a user namespace of their own.
 *
 * <p>Fields: {@code securityContext.procMount} of every container. Since 1.35, when the baseline grew an exception.
 * Upstream: {@code policy/check_procMount_restricted.go}.
 */
final class ProcMountRestrictedCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "procMount_restricted";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(35, ProcMountRestrictedCheck::test));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("procMount_baseline");
    }

    static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var types = new TreeSet<String>();
        for (var container : pod.containers()) {
            var context = container.securityContext();
            var type = context == null ? null : context.procMount();
            if (type != null && !type.equals(ProcMountType.DEFAULT)) {
                culprits.add(container.name());
                types.add(type);
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "procMount",
                        culprits + " must not set securityContext.procMount to " + Culprits.quoted(types)));
    }
}
