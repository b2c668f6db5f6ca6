package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Whether a service can be reached: a connection ends at any of its endpoints, so all of them must be reachable.
 *
 * @param from who asks
 * @param service namespace and name
 * @param port the service's port, as {@code TCP 80}
 * @param backends the verdicts for the ready endpoints
 */
public record ServiceVerdict(NetworkEndpoint from, String service, String port, List<NetworkVerdict> backends)
        implements Explained {
    public ServiceVerdict {
        backends = List.copyOf(backends);
    }

    /** Whether every connection comes through; false for a service without ready endpoints. */
    public boolean allowed() {
        return !backends.isEmpty() && backends.stream().allMatch(NetworkVerdict::allowed);
    }

    /** Whether some connections come through and others don't. */
    public boolean partial() {
        return !allowed() && backends.stream().anyMatch(NetworkVerdict::allowed);
    }

    @Override
    public String explain() {
        var what = "service " + service + " on " + port;
        if (backends.isEmpty()) {
            return from + " may not connect to " + what + ": it has no ready endpoints";
        }
        long open = backends.stream().filter(NetworkVerdict::allowed).count();
        if (allowed()) {
            return from + " may connect to " + what + ": all " + backends.size() + " endpoints are open to it";
        }
        var first = backends.stream().filter(one -> !one.allowed()).findFirst().orElseThrow();
        return from + " may " + (open == 0 ? "not connect to " : "not always connect to ") + what + ": " + open + " of "
                + backends.size() + " endpoints are open to it; " + first.explain();
    }

    @Override
    public Finding finding() {
        var root = allowed()
                ? Finding.pass("networkpolicy.service", "service " + service, explain())
                : Finding.fail("networkpolicy.service", "service " + service, explain());
        for (var backend : backends) {
            root = root.because(backend.finding());
        }
        return root;
    }
}
