package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.ContainerRestartRule;
import io.kubelayers.nucleus.core.PodSpec;

/** Whether a container that has ended is started again (kubelet {@code container/helpers.go}). */
final class RestartRule {
    private RestartRule() {}

    /** An init container that keeps running beside the others. */
    static boolean isSidecar(PodSpec spec, Container container) {
        return ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy()) && isInit(spec, container);
    }

    static boolean isInit(PodSpec spec, Container container) {
        for (var init : spec.initContainers()) {
            if (init.name().equals(container.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is started again after it exited with that code. An init container that succeeded is not. */
    static boolean restarts(PodSpec spec, Container container, int exitCode) {
        boolean init = isInit(spec, container);
        if (init && exitCode == 0 && !isSidecar(spec, container)) {
            return false;
        }
        for (var rule : container.restartPolicyRules()) {
            if (ContainerRestartRule.Action.RESTART.equals(rule.action()) && matches(rule, exitCode)) {
                return true;
            }
        }
        var own = container.restartPolicy();
        var policy = own != null ? own : spec.restartPolicy();
        if (policy == null || policy.equals(PodSpec.RestartPolicy.ALWAYS)) {
            return true;
        }
        return policy.equals(PodSpec.RestartPolicy.ON_FAILURE) && exitCode != 0;
    }

    private static boolean matches(ContainerRestartRule rule, int exitCode) {
        var codes = rule.exitCodes();
        if (codes == null) {
            return false;
        }
        boolean listed = codes.values().contains(exitCode);
        return ContainerRestartRule.OnExitCodesOperator.NOT_IN.equals(codes.operator()) != listed;
    }
}
