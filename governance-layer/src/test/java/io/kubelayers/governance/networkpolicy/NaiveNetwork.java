package io.kubelayers.governance.networkpolicy;

import io.kubelayers.governance.networkpolicy.NetworkEndpoint.PodEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkPolicy.PolicyType;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.Selector;
import java.util.List;
import java.util.Map;

/** The documentation of network policies read aloud: no index, everything matched when asked. */
record NaiveNetwork(List<Namespace> namespaces, List<Pod> pods, List<NetworkPolicy> policies) {
    boolean allows(NetworkConnection c) {
        return c.from().equals(c.to()) || (allows(Direction.EGRESS, c) && allows(Direction.INGRESS, c));
    }

    private boolean allows(Direction direction, NetworkConnection c) {
        var own = direction == Direction.EGRESS ? c.from() : c.to();
        var other = direction == Direction.EGRESS ? c.to() : c.from();
        if (!(own instanceof PodEndpoint)) {
            return true;
        }
        boolean isolated = false;
        for (var policy : policies) {
            var spec = policy.spec();
            boolean about = spec.policyTypes().isEmpty()
                    ? direction == Direction.INGRESS || !spec.egress().isEmpty()
                    : spec.policyTypes()
                            .contains(direction == Direction.EGRESS ? PolicyType.EGRESS : PolicyType.INGRESS);
            var pod = pod(own);
            if (!about
                    || pod.spec().hostNetwork()
                    || !pod.metadata()
                            .namespaceOrEmpty()
                            .equals(policy.metadata().namespaceOrEmpty())
                    || !Selector.of(spec.podSelector()).matches(pod.metadata().labels())) {
                continue;
            }
            isolated = true;
            if (direction == Direction.EGRESS) {
                for (var rule : spec.egress()) {
                    if (port(rule.ports(), c) && peer(policy, rule.to(), other)) {
                        return true;
                    }
                }
            } else {
                for (var rule : spec.ingress()) {
                    if (port(rule.ports(), c) && peer(policy, rule.from(), other)) {
                        return true;
                    }
                }
            }
        }
        return !isolated || isOwnNode(pod(own), other);
    }

    /** "Traffic to and from the node where a Pod is running is always allowed." */
    private boolean isOwnNode(Pod pod, NetworkEndpoint other) {
        if (other instanceof NetworkEndpoint.Address address) {
            return address.ip().equals(pod.status().hostIP());
        }
        return pod(other).spec().hostNetwork()
                && pod.spec().nodeName() != null
                && pod.spec().nodeName().equals(pod(other).spec().nodeName());
    }

    private boolean peer(NetworkPolicy policy, List<NetworkPolicyPeer> peers, NetworkEndpoint other) {
        if (peers.isEmpty()) {
            return true;
        }
        for (var peer : peers) {
            if (peer.ipBlock() != null) {
                var ip = IpRange.address(
                        other instanceof NetworkEndpoint.Address a
                                ? a.ip()
                                : pod(other).status().podIP());
                if (PeerBlock.of(peer.ipBlock()).contains(ip)) {
                    return true;
                }
            } else if (other instanceof PodEndpoint end && !pod(other).spec().hostNetwork()) {
                boolean namespace = peer.namespaceSelector() == null
                        ? end.namespace().equals(policy.metadata().namespaceOrEmpty())
                        : Selector.of(peer.namespaceSelector()).matches(labels(end.namespace()));
                boolean pod = peer.podSelector() == null
                        || Selector.of(peer.podSelector())
                                .matches(pod(other).metadata().labels());
                if (namespace && pod) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean port(List<NetworkPolicy.Port> ports, NetworkConnection c) {
        if (ports.isEmpty()) {
            return true;
        }
        for (var port : ports) {
            var protocol = port.protocol() == null ? "TCP" : port.protocol();
            if (!protocol.equals(c.protocol())) {
                continue;
            }
            if (port.port() == null) {
                return true;
            } else if (port.port().isInt()) {
                int last = port.endPort() == null ? port.port().intValue() : port.endPort();
                if (c.port() >= port.port().intValue() && c.port() <= last) {
                    return true;
                }
            } else if (c.to() instanceof PodEndpoint
                    && pod(c.to()).spec().containers().stream()
                            .flatMap(container -> container.ports().stream())
                            .anyMatch(own -> port.port().toString().equals(own.name())
                                    && own.containerPort() == c.port()
                                    && protocol.equals(own.protocol() == null ? "TCP" : own.protocol()))) {
                return true;
            }
        }
        return false;
    }

    private Pod pod(NetworkEndpoint end) {
        return pods.stream()
                .filter(pod -> NetworkEndpoint.pod(pod).equals(end))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> labels(String namespace) {
        return namespaces.stream()
                .filter(one -> one.metadata().nameOrEmpty().equals(namespace))
                .findFirst()
                .orElseThrow()
                .metadata()
                .labels();
    }
}
