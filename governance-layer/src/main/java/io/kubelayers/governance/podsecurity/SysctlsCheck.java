package io.kubelayers.governance.podsecurity;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kernel parameters must be among the safe ones, which reach no further than the pod.
 *
 * <p>Fields: {@code securityContext.sysctls[*].name}. Parameters were added in 1.27, 1.29 and 1.32. Upstream:
 * {@code policy/check_sysctls.go}.
 */
final class SysctlsCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "sysctls";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(0, pod -> test(pod, FIRST)),
                Revision.since(27, pod -> test(pod, SINCE_27)),
                Revision.since(29, pod -> test(pod, SINCE_29)),
                Revision.since(32, pod -> test(pod, SINCE_32)));
    }

    private static final Set<String> FIRST = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start");
    private static final Set<String> SINCE_27 = and(FIRST, "net.ipv4.ip_local_reserved_ports");
    private static final Set<String> SINCE_29 = and(
            SINCE_27,
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SINCE_32 = and(SINCE_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

    private static Set<String> and(Set<String> before, String... more) {
        return Set.copyOf(Sets.union(before, Set.of(more)));
    }

    private static Optional<Wrong> test(PodUnderTest pod, Set<String> allowed) {
        var context = pod.spec().securityContext();
        if (context == null || context.sysctls().isEmpty()) {
            return Optional.empty();
        }
        var forbidden = new ArrayList<String>();
        for (var sysctl : context.sysctls()) {
            if (!allowed.contains(sysctl.name())) {
                forbidden.add(sysctl.name());
            }
        }
        return forbidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong("forbidden sysctls", String.join(", ", forbidden)));
    }
}
