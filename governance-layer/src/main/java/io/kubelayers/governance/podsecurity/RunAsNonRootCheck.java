package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;

/**
 * Containers must be made to run as another user than root, each by itself or by the pod.
 *
 * <p>Fields: {@code securityContext.runAsNonRoot} of pod and containers. Since 1.35 not asked of pods with a user
 * namespace of their own. Upstream: {@code policy/check_runAsNonRoot.go}.
 */
final class RunAsNonRootCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "runAsNonRoot";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(0, RunAsNonRootCheck::test),
                Revision.since(35, pod -> pod.hasOwnUserNamespace() ? Optional.empty() : test(pod)));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var context = pod.spec().securityContext();
        var ofPod = context == null ? null : context.runAsNonRoot();
        var refusing = new Culprits();
        var silent = new Culprits();
        if (Boolean.FALSE.equals(ofPod)) {
            refusing.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            var value = own == null ? null : own.runAsNonRoot();
            if (value == null && !Boolean.TRUE.equals(ofPod)) {
                silent.add(container.name());
            } else if (Boolean.FALSE.equals(value)) {
                refusing.add(container.name());
            }
        }
        if (!refusing.isEmpty()) {
            return wrong(refusing + " must not set securityContext.runAsNonRoot=false");
        }
        return silent.isEmpty()
                ? Optional.empty()
                : wrong("pod or " + silent + " must set securityContext.runAsNonRoot=true");
    }

    private static Optional<Wrong> wrong(String detail) {
        return Optional.of(new Wrong("runAsNonRoot != true", detail));
    }
}
