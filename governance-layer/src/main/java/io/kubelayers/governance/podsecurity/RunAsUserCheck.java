package io.kubelayers.governance.podsecurity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing may ask to run as user 0, which is root.
 *
 * <p>Fields: {@code securityContext.runAsUser} of pod and containers. Since 1.23; since 1.35 not asked of pods with a
 * user namespace of their own. Upstream: {@code policy/check_runAsUser.go}.
 */
final class RunAsUserCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "runAsUser";
    }

    @Override
    public Level level() {
        return Level.RESTRICTED;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(23, RunAsUserCheck::test),
                Revision.since(35, pod -> pod.hasOwnUserNamespace() ? Optional.empty() : test(pod)));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var context = pod.spec().securityContext();
        if (context != null && isRoot(context.runAsUser())) {
            culprits.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            if (own != null && isRoot(own.runAsUser())) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong("runAsUser=0", culprits + " must not set runAsUser=0"));
    }

    private static boolean isRoot(@Nullable Long user) {
        return user != null && user == 0;
    }
}
