package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.Optional;

/**
 * A container that must not run as root but is to (kubelet {@code security_context.go}, verifyRunAsNonRoot). Which user an
 * image has is not known: only what the specification says is looked at.
 */
final class RootRefusal {
    private RootRefusal() {}

    static Optional<String> problem(Pod pod, Container container) {
        var all = pod.spec().securityContext();
        var own = container.securityContext();
        Boolean nonRoot = own != null && own.runAsNonRoot() != null
                ? own.runAsNonRoot()
                : all == null ? null : all.runAsNonRoot();
        Long user = own != null && own.runAsUser() != null ? own.runAsUser() : all == null ? null : all.runAsUser();
        var metadata = pod.metadata();
        return Boolean.TRUE.equals(nonRoot) && user != null && user == 0
                ? Optional.of("container's runAsUser breaks non-root policy (pod: \"" + metadata.nameOrEmpty() + "_"
                        + metadata.namespaceOrEmpty() + "(" + metadata.uid() + ")\", container: " + container.name()
                        + ")")
                : Optional.empty();
    }
}
