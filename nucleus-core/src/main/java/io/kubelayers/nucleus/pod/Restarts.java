package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.ContainerRestartRule;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.RestartPolicy;
import java.util.List;

/** Whether a container that has ended is started again (pkg/api/v1/pod, {@code ContainerShouldRestart}). */
final class Restarts {
    private Restarts() {}

    /** Whether the container of this name among these is started again after it ended with this code. */
    static boolean allowed(String name, List<Container> containers, PodSpec spec, int exitCode) {
        for (var container : containers) {
            if (container.name().equals(name)) {
                return allowed(container, spec, exitCode);
            }
        }
        return false;
    }

    private static boolean allowed(Container container, PodSpec spec, int exitCode) {
        if (container.restartPolicy() != null) {
            for (var rule : container.restartPolicyRules()) {
                if (applies(rule, exitCode)) {
                    return "Restart".equals(rule.action());
                }
            }
            return allowed(container.restartPolicy(), exitCode);
        }
        return spec.restartPolicy() == null || allowed(spec.restartPolicy(), exitCode);
    }

    private static boolean applies(ContainerRestartRule rule, int exitCode) {
        var codes = rule.exitCodes();
        return codes != null && codes.values().contains(exitCode) == "In".equals(codes.operator());
    }

    private static boolean allowed(String policy, int exitCode) {
        return policy.equals(RestartPolicy.ALWAYS) || policy.equals(ContainerRestartPolicy.ON_FAILURE) && exitCode != 0;
    }
}
