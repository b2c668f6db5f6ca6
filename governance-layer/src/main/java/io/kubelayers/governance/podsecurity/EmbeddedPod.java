package io.kubelayers.governance.podsecurity;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplate;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pod in an object: a pod itself, or the one that a workload makes.
 *
 * @param metadata its labels and annotations
 * @param spec the rest of it
 */
record EmbeddedPod(ObjectMeta metadata, PodSpec spec) {
    /** The kinds that make pods from a template. */
    static final List<Class<? extends KubernetesObject>> TEMPLATE_KINDS = List.of(
            ReplicationController.class,
            PodTemplate.class,
            ReplicaSet.class,
            Deployment.class,
            StatefulSet.class,
            DaemonSet.class,
            Job.class,
            CronJob.class);

    /** Empty if the object has no pod in it, such as a ReplicationController without template. */
    static Optional<EmbeddedPod> of(@Nullable KubernetesObject object) {
        if (object instanceof Pod pod) {
            return Optional.of(new EmbeddedPod(pod.metadata(), pod.spec()));
        }
        return Optional.ofNullable(template(object))
                .map(template -> new EmbeddedPod(template.metadata(), template.spec()));
    }

    private static @Nullable PodTemplateSpec template(@Nullable KubernetesObject object) {
        if (object instanceof ReplicationController controller) {
            return controller.spec().template();
        } else if (object instanceof PodTemplate template) {
            return template.template();
        } else if (object instanceof ReplicaSet set) {
            return set.spec().template();
        } else if (object instanceof Deployment deployment) {
            return deployment.spec().template();
        } else if (object instanceof StatefulSet set) {
            return set.spec().template();
        } else if (object instanceof DaemonSet set) {
            return set.spec().template();
        } else if (object instanceof Job job) {
            return job.spec().template();
        }
        return object instanceof CronJob job ? job.spec().jobTemplate().spec().template() : null;
    }
}
