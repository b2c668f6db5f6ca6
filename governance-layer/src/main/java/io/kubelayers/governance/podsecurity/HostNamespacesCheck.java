package io.kubelayers.governance.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pods must not share network, processes or IPC with their node.
 *
 * <p>Fields: {@code hostNetwork}, {@code hostPID}, {@code hostIPC}. Upstream:
 * {@code policy/check_hostNamespaces.go}.
 */
final class HostNamespacesCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "hostNamespaces";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, HostNamespacesCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var spec = pod.spec();
        if (!spec.hostNetwork() && !spec.hostPID() && !spec.hostIPC()) {
            return Optional.empty();
        }
        var shared = new ArrayList<String>();
        if (spec.hostNetwork()) {
            shared.add("hostNetwork=true");
        }
        if (spec.hostPID()) {
            shared.add("hostPID=true");
        }
        if (spec.hostIPC()) {
            shared.add("hostIPC=true");
        }
        return Optional.of(new Wrong("host namespaces", String.join(", ", shared)));
    }
}
