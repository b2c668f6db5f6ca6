package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Pod;

/** An end of a connection. */
public sealed interface NetworkEndpoint {
    /** A pod, which policies may select. */
    record PodEndpoint(String namespace, String name) implements NetworkEndpoint {
        @Override
        public String toString() {
            return "pod " + namespace + "/" + name;
        }
    }

    /** An address that no pod has; nothing restricts its own side, and only address ranges can name it. */
    record Address(String ip) implements NetworkEndpoint {
        @Override
        public String toString() {
            return ip;
        }
    }

    static PodEndpoint pod(String namespace, String name) {
        return new PodEndpoint(namespace, name);
    }

    static PodEndpoint pod(Pod pod) {
        return new PodEndpoint(pod.metadata().namespaceOrEmpty(), pod.metadata().nameOrEmpty());
    }

    /** An IPv4 or IPv6 address outside the cluster. */
    static Address address(String ip) {
        return new Address(ip);
    }
}
