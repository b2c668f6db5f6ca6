package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Containers must not add capabilities beyond the default set of runtimes, nor NET_RAW.
 *
 * <p>Fields: {@code securityContext.capabilities.add} of every container. Upstream:
 * {@code policy/check_capabilities_baseline.go}.
 */
final class CapabilitiesBaselineCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "capabilities_baseline";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, CapabilitiesBaselineCheck::test));
    }

    private static final Set<String> ALLOWED = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var forbidden = new TreeSet<String>();
        for (var container : pod.containers()) {
            var context = container.securityContext();
            var capabilities = context == null ? null : context.capabilities();
            boolean bad = false;
            for (var added : capabilities == null ? List.<String>of() : capabilities.add()) {
                if (!ALLOWED.contains(added)) {
                    bad = true;
                    forbidden.add(added);
                }
            }
            if (bad) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "non-default capabilities",
                        culprits + " must not include " + Culprits.quoted(forbidden)
                                + " in securityContext.capabilities.add"));
    }
}
