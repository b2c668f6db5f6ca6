package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.WindowsSecurityContextOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Windows containers must not run as processes of their node.
 *
 * <p>Fields: {@code securityContext.windowsOptions.hostProcess} of pod and containers. Upstream:
 * {@code policy/check_windowsHostProcess.go}.
 */
final class WindowsHostProcessCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "windowsHostProcess";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, WindowsHostProcessCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var context = pod.spec().securityContext();
        if (context != null && isHostProcess(context.windowsOptions())) {
            culprits.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            if (own != null && isHostProcess(own.windowsOptions())) {
                culprits.add(container.name());
            }
        }
        return culprits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "hostProcess", culprits + " must not set securityContext.windowsOptions.hostProcess=true"));
    }

    private static boolean isHostProcess(@Nullable WindowsSecurityContextOptions options) {
        return options != null && Boolean.TRUE.equals(options.hostProcess());
    }
}
