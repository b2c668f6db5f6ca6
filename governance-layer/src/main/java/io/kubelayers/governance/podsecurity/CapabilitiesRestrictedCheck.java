package io.kubelayers.governance.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Containers must drop all capabilities, and may add NET_BIND_SERVICE alone.
 *
 * <p>Fields: {@code securityContext.capabilities.drop} and {@code add} of every container. Since 1.25 not asked of
 * Windows pods, which cannot have any. Upstream: {@code policy/check_capabilities_restricted.go}.
 */
final class CapabilitiesRestrictedCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "capabilities_restricted";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(22, CapabilitiesRestrictedCheck::test),
                Revision.sinceButNotForWindows(25, CapabilitiesRestrictedCheck::test));
    }

    @Override
    public Set<String> replaces() {
        return Set.of("capabilities_baseline");
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var keeping = new Culprits();
        var adding = new Culprits();
        var forbidden = new TreeSet<String>();
        for (var container : pod.containers()) {
            var context = container.securityContext();
            var capabilities = context == null ? null : context.capabilities();
            if (capabilities == null || !capabilities.drop().contains("ALL")) {
                keeping.add(container.name());
            }
            boolean bad = false;
            for (var added : capabilities == null ? List.<String>of() : capabilities.add()) {
                if (!added.equals("NET_BIND_SERVICE")) {
                    bad = true;
                    forbidden.add(added);
                }
            }
            if (bad) {
                adding.add(container.name());
            }
        }
        if (keeping.isEmpty() && adding.isEmpty()) {
            return Optional.empty();
        }
        var details = new ArrayList<String>();
        if (!keeping.isEmpty()) {
            details.add(keeping + " must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        if (!adding.isEmpty()) {
            details.add(adding + " must not include " + Culprits.quoted(forbidden)
                    + " in securityContext.capabilities.add");
        }
        return Optional.of(new Wrong("unrestricted capabilities", String.join("; ", details)));
    }
}
