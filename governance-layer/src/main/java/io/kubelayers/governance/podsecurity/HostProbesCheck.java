package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.HTTPGetAction;
import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.TCPSocketAction;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Probes and lifecycle hooks must ask the pod itself, not another host: the kubelet would ask on the pod's behalf.
 *
 * <p>Fields: {@code host} of {@code httpGet} and {@code tcpSocket} in the probes and hooks of every container. Since
 * 1.34. Upstream: {@code policy/check_hostProbesAndhostLifecycle.go}.
 */
final class HostProbesCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "hostProbesAndhostLifecycle";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(34, HostProbesCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        TreeSet<String> culprits = null;
        var hosts = new TreeSet<String>();
        for (var container : pod.containers()) {
            boolean bad = collect(container.livenessProbe(), hosts);
            bad |= collect(container.readinessProbe(), hosts);
            bad |= collect(container.startupProbe(), hosts);
            var lifecycle = container.lifecycle();
            if (lifecycle != null) {
                bad |= collect(lifecycle.postStart(), hosts);
                bad |= collect(lifecycle.preStop(), hosts);
            }
            if (bad) {
                culprits = culprits == null ? new TreeSet<>() : culprits;
                culprits.add(container.name());
            }
        }
        return culprits == null
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "probe or lifecycle host",
                        Culprits.plural(culprits.size(), "container ", "containers ")
                                + Culprits.quoted(culprits)
                                + Culprits.plural(culprits.size(), " uses ", " use ")
                                + Culprits.plural(hosts.size(), "probe or lifecycle host ", "probe or lifecycle hosts ")
                                + Culprits.quoted(hosts)));
    }

    private static boolean collect(@Nullable Probe probe, TreeSet<String> hosts) {
        return probe != null && collect(probe.httpGet(), probe.tcpSocket(), hosts);
    }

    private static boolean collect(Lifecycle.@Nullable Handler hook, TreeSet<String> hosts) {
        return hook != null && collect(hook.httpGet(), hook.tcpSocket(), hosts);
    }

    private static boolean collect(
            @Nullable HTTPGetAction get, @Nullable TCPSocketAction socket, TreeSet<String> hosts) {
        boolean bad = false;
        if (get != null && get.host() != null) {
            bad = true;
            hosts.add(get.host());
        }
        if (socket != null && socket.host() != null) {
            bad = true;
            hosts.add(socket.host());
        }
        return bad;
    }
}
