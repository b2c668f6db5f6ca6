package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import java.util.TreeMap;

/**
 * The hooks of containers that have just started (kubelet {@code kuberuntime_container.go} startContainer): while one runs,
 * its container does not count as running yet, and the containers after it wait. One that fails stops its container, which
 * never counts as running then.
 */
final class StartHooks {
    private static final String FAILED = "FailedPostStartHook";

    private StartHooks() {}

    /** What is seen, without the processes whose hook has not ended. */
    static PodObservation veil(PodObservation seen) {
        TreeMap<String, ContainerRun> runs = null;
        for (var container : PodProbes.containers(seen.pod())) {
            var run = seen.runs().get(container.name());
            if (run != null && run.isRunning() && isPending(seen, container, run)) {
                runs = runs == null ? new TreeMap<>(seen.runs()) : runs;
                runs.put(
                        container.name(),
                        run.withState(ContainerRun.State.CREATED).withStartedAt(null));
            }
        }
        return runs == null ? seen : seen.withRuns(runs);
    }

    private static boolean isPending(PodObservation seen, Container container, ContainerRun run) {
        if (HookKind.POST_START.of(container).isEmpty()) {
            return false;
        }
        var hook = seen.memory().container(container.name()).startHook();
        return hook == null || hook.attempt() != run.attempt() || !hook.isOver(seen.now()) || !hook.success();
    }

    /**
     * Begins the hook of a container, or looks for its end.
     *
     * @param run the run as the runtime shows it
     * @return whether the containers after it have to wait
     */
    static boolean keep(Container container, ContainerRun run, PodObservation seen, PodSync sync) {
        if (run.hasExited() || HookKind.POST_START.of(container).isEmpty()) {
            return false;
        }
        if (!run.isRunning()) {
            return true;
        }
        var memory = sync.memory().container(container.name());
        var hook = memory.startHook();
        if (hook == null || hook.attempt() != run.attempt()) {
            sync.reason(container.name(), "its postStart hook is to be run");
            sync.act(new PodAction.Hook(container, run.attempt()));
            return true;
        }
        if (!hook.isOver(seen.now())) {
            sync.reason(container.name(), "its postStart hook runs");
            sync.lookAt(hook.until());
            return true;
        }
        if (!hook.success() && !hook.told()) {
            sync.remember(container.name(), memory.withStartHook(hook.asTold()));
            sync.notice(container, HookKind.POST_START.failure());
            sync.notice(container, PodNotice.normal("Killing", FAILED));
            sync.reason(container.name(), "its postStart hook has failed");
            new ContainerStop(seen, sync).asUsual(container);
        }
        return false;
    }
}
