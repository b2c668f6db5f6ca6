package io.kubelayers.governance.quota;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.batch.JobSpec;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.application.workloads.statefulset.StatefulPod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that controllers make of a workload once it has come to rest: its pods, and what else quotas count. A CronJob
 * is taken at one of its runs; what rolling updates need on top is left out.
 */
final class WorkloadObjects {
    private WorkloadObjects() {}

    /**
     * What is made of an object; nothing for objects that are no workloads.
     *
     * @param nodes nodes on which each DaemonSet runs
     */
    static List<KubernetesObject> of(KubernetesObject object, int nodes) {
        if (object instanceof Deployment deployment) {
            var spec = deployment.spec();
            var all = new ArrayList<KubernetesObject>();
            all.add(new ReplicaSet(child(deployment.metadata()), ReplicaSet.Spec.EMPTY, ReplicaSet.Status.EMPTY));
            all.addAll(pods(spec.template(), deployment.metadata(), "ReplicaSet", count(spec.replicas())));
            return all;
        }
        if (object instanceof ReplicaSet set) {
            return pods(
                    set.spec().template(),
                    set.metadata(),
                    "ReplicaSet",
                    count(set.spec().replicas()));
        }
        if (object instanceof ReplicationController controller) {
            var template = controller.spec().template();
            return template == null
                    ? List.of()
                    : pods(
                            template,
                            controller.metadata(),
                            "ReplicationController",
                            count(controller.spec().replicas()));
        }
        if (object instanceof StatefulSet set) {
            return stateful(set);
        }
        if (object instanceof DaemonSet set) {
            return pods(set.spec().template(), set.metadata(), "DaemonSet", nodes);
        }
        if (object instanceof Job job) {
            return ofJob(job.metadata(), job.spec());
        }
        if (object instanceof CronJob cron) {
            var all = new ArrayList<KubernetesObject>();
            var metadata = child(cron.metadata());
            var spec = cron.spec().jobTemplate().spec();
            all.add(new Job(metadata, spec, Job.Status.EMPTY));
            all.addAll(ofJob(metadata, spec));
            return all;
        }
        return List.of();
    }

    private static List<KubernetesObject> stateful(StatefulSet set) {
        var all = new ArrayList<KubernetesObject>();
        for (int ordinal = 0; ordinal < count(set.spec().replicas()); ordinal++) {
            all.addAll(StatefulPod.claims(set, ordinal));
            all.add(StatefulPod.of(set, set.spec().template(), "", ordinal));
        }
        return all;
    }

    private static List<KubernetesObject> ofJob(ObjectMeta metadata, JobSpec spec) {
        if (Boolean.TRUE.equals(spec.suspend())) {
            return List.of();
        }
        int parallel = count(spec.parallelism());
        var completions = spec.completions();
        return pods(spec.template(), metadata, "Job", completions == null ? parallel : Math.min(parallel, completions));
    }

    private static int count(@Nullable Integer replicas) {
        return replicas == null ? 1 : replicas;
    }

    private static ObjectMeta child(ObjectMeta owner) {
        return ObjectMetaBuilder.builder()
                .namespace(owner.namespace())
                .generateName(TemplatePod.namePrefix(owner.nameOrEmpty()))
                .build();
    }

    private static List<KubernetesObject> pods(PodTemplateSpec template, ObjectMeta owner, String kind, int count) {
        var reference = new OwnerReference("apps/v1", kind, owner.nameOrEmpty(), "", true, true);
        var pods = new ArrayList<KubernetesObject>(count);
        for (int i = 0; i < count; i++) {
            pods.add(TemplatePod.of(template, owner, reference));
        }
        return pods;
    }
}
