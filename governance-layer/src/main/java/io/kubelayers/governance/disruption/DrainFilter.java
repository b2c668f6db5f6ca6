package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.Pod;

/**
 * What a drain does about one pod, before any budget is asked (kubectl {@code drain/filters.go}).
 *
 * @param action evict it, leave it, or give up
 * @param message warning or error; "" if there is nothing to say
 */
record DrainFilter(Action action, String message) {
    private static final String MIRROR = "kubernetes.io/config.mirror";

    enum Action {
        EVICT,
        LEAVE,
        GIVE_UP
    }

    /** The first filter that objects decides; the warning of the last one that only warns stays. */
    static DrainFilter of(Pod pod, DrainOptions options) {
        if (pod.metadata().annotations().containsKey(MIRROR)) {
            return new DrainFilter(Action.LEAVE, "mirror pod of a static pod");
        }
        if (PodHealth.isFinished(pod)) {
            return new DrainFilter(Action.EVICT, "");
        }
        var controller = pod.metadata().controllerOwner().orElse(null);
        if (controller != null && controller.kind().equals("DaemonSet")) {
            return options.ignoreDaemonSets()
                    ? new DrainFilter(Action.LEAVE, "ignoring DaemonSet-managed Pods")
                    : giveUp("DaemonSet-managed Pods (use --ignore-daemonsets to ignore)");
        }
        var local = hasEmptyDir(pod);
        if (local && !options.deleteEmptyDirData()) {
            return giveUp("Pods with local storage (use --delete-emptydir-data to override)");
        }
        if (controller == null) {
            return options.force()
                    ? new DrainFilter(Action.EVICT, "deleting Pods that declare no controller")
                    : giveUp("cannot delete Pods that declare no controller (use --force to override)");
        }
        return new DrainFilter(Action.EVICT, local ? "deleting Pods with local storage" : "");
    }

    private static DrainFilter giveUp(String message) {
        return new DrainFilter(Action.GIVE_UP, message);
    }

    private static boolean hasEmptyDir(Pod pod) {
        for (var volume : pod.spec().volumes()) {
            if (volume.emptyDir() != null) {
                return true;
            }
        }
        return false;
    }
}
