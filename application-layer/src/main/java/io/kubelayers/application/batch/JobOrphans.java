package io.kubelayers.application.batch;

import io.kubelayers.nucleus.control.Lister;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pods whose Job is gone: nobody will count them, so that nothing but the controller takes their finalizer off.
 *
 * <p>Upstream source: {@code syncOrphanPod} of {@code pkg/controller/job/job_controller.go}.
 */
final class JobOrphans {
    private static final String JOB_NAME = "batch.kubernetes.io/job-name";

    private JobOrphans() {}

    /**
     * The pods that Jobs of a name left behind.
     *
     * @param current the Job that has the name now, whose pods and adoptable pods are no orphans; null if none
     */
    static List<Pod> of(Request name, @Nullable Job current, Lister<Pod> pods) {
        var orphans = new ArrayList<Pod>();
        for (var pod : pods.list(name.namespace())) {
            if (JobPods.isTracked(pod) && isLeft(pod, name.name(), current)) {
                orphans.add(pod);
            }
        }
        return orphans;
    }

    private static boolean isLeft(Pod pod, String name, @Nullable Job current) {
        var controller = pod.metadata().controllerOwner();
        if (controller.isEmpty()) {
            return current == null && name.equals(pod.metadata().labels().get(JOB_NAME));
        }
        var owner = controller.get();
        return owner.kind().equals("Job")
                && owner.apiVersion().equals("batch/v1")
                && owner.name().equals(name)
                && (current == null || !owner.uid().equals(current.metadata().uid()));
    }
}
