package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;

/**
 * Containers must see {@code /proc} with its sensitive parts masked, unless the pod has a user namespace of its own
 * (since 1.35).
 *
 * <p>Fields: {@code securityContext.procMount} of every container, {@code hostUsers}. Upstream:
 * {@code policy/check_procMount_baseline.go}.
 */
final class ProcMountBaselineCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "procMount_baseline";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(0, ProcMountRestrictedCheck::test),
                Revision.since(
                        35, pod -> pod.hasOwnUserNamespace() ? Optional.empty() : ProcMountRestrictedCheck.test(pod)));
    }
}
