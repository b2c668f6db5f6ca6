package io.kubelayers.application.expansion;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.batch.JobPods;
import io.kubelayers.application.batch.JobSpec;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplateHash;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.application.workloads.daemonset.DaemonPod;
import io.kubelayers.application.workloads.daemonset.NodeFit;
import io.kubelayers.application.workloads.deployment.NewReplicaSet;
import io.kubelayers.application.workloads.statefulset.StatefulPod;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one workload when all its replicas are there. They carry the labels and owners that a cluster gives them,
 * which anti-affinity and spreading go by; names that a cluster would draw end in a number instead.
 *
 * <p>A Job comes to as many pods as run at a time, a CronJob to those of one run, a suspended Job to none; a DaemonSet to one for each
 * node that it runs on, which a node that is added later does not change.
 *
 * @param pods as their controller sends them to the API server, without defaults
 * @param beside what controllers make besides: the ReplicaSet of a Deployment, by which its pods are spread, and the claims of
 *     a StatefulSet
 */
public record WorkloadPods(List<Pod> pods, List<KubernetesObject> beside) {
    private static final String APPS = "apps/v1";
    private static final WorkloadPods NONE = new WorkloadPods(List.of(), List.of());

    public WorkloadPods {
        pods = List.copyOf(pods);
        beside = List.copyOf(beside);
    }

    /**
     * What the object comes to.
     *
     * @param nodes those that DaemonSets look at
     * @return empty if it is no workload: a pod, a service, a custom resource …
     */
    public static Optional<WorkloadPods> of(KubernetesObject object, Collection<Node> nodes) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment(deployment));
        }
        if (object instanceof ReplicaSet set) {
            return Optional.of(replicaSet(set));
        }
        if (object instanceof ReplicationController controller) {
            var template = controller.spec().template();
            return Optional.of(
                    template == null
                            ? NONE
                            : replicas(
                                    controller.spec().replicas(),
                                    template,
                                    controller.metadata(),
                                    owner("v1", "ReplicationController", controller)));
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(statefulSet(set));
        }
        if (object instanceof DaemonSet set) {
            return Optional.of(daemonSet(set, nodes));
        }
        if (object instanceof Job job) {
            return Optional.of(job(job));
        }
        return object instanceof CronJob cron ? Optional.of(cronJob(cron)) : Optional.empty();
    }

    private static OwnerReference owner(String apiVersion, String kind, KubernetesObject object) {
        return ControllerRef.to(apiVersion, kind, object.metadata());
    }

    private static int orOne(@Nullable Integer replicas) {
        return replicas == null ? 1 : replicas;
    }

    /** By way of its ReplicaSet, whose hash is a label of the pods. */
    private static WorkloadPods deployment(Deployment deployment) {
        var made = NewReplicaSet.of(deployment, List.of());
        // nobody has stored it, so it has no uid of its own; owners need one
        var set =
                made.withMetadata(made.metadata().withUid(deployment.metadata().uid()));
        return new WorkloadPods(replicaSet(set).pods(), List.of(set));
    }

    private static WorkloadPods replicaSet(ReplicaSet set) {
        return replicas(set.spec().replicas(), set.spec().template(), set.metadata(), owner(APPS, "ReplicaSet", set));
    }

    private static WorkloadPods replicas(
            @Nullable Integer replicas, PodTemplateSpec template, ObjectMeta owner, OwnerReference reference) {
        var pods = new ArrayList<Pod>();
        for (int i = 1; i <= orOne(replicas); i++) {
            pods.add(numbered(TemplatePod.of(template, owner, reference), i));
        }
        return new WorkloadPods(pods, List.of());
    }

    private static Pod numbered(Pod pod, Object end) {
        var metadata = pod.metadata();
        return pod.withMetadata(metadata.withName(metadata.generateName() + end).withGenerateName(null));
    }

    private static WorkloadPods statefulSet(StatefulSet set) {
        var pods = new ArrayList<Pod>();
        var claims = new ArrayList<KubernetesObject>();
        var template = set.spec().template();
        var revision = set.metadata().nameOrEmpty() + "-" + PodTemplateHash.of(template, null);
        int start = set.spec().ordinals() == null ? 0 : set.spec().ordinals().start();
        for (int i = start; i < start + orOne(set.spec().replicas()); i++) {
            var pod = StatefulPod.of(set, template, revision, i);
            pods.add(pod.withMetadata(pod.metadata().withGenerateName(null)));
            claims.addAll(StatefulPod.claims(set, i));
        }
        return new WorkloadPods(pods, claims);
    }

    private static WorkloadPods daemonSet(DaemonSet set, Collection<Node> nodes) {
        var hash = PodTemplateHash.of(set.spec().template(), null);
        var pods = new ArrayList<Pod>();
        for (var node : nodes) {
            if (NodeFit.of(set, node).shouldRun()) {
                var name = node.metadata().nameOrEmpty();
                pods.add(numbered(DaemonPod.of(set, name, hash), name));
            }
        }
        return new WorkloadPods(pods, List.of());
    }

    private static WorkloadPods job(Job job) {
        var spec = job.spec();
        var pods = new ArrayList<Pod>();
        if (!Boolean.TRUE.equals(spec.suspend())) {
            int parallelism = orOne(spec.parallelism());
            int count = spec.completions() == null ? parallelism : Math.min(parallelism, spec.completions());
            boolean indexed = JobSpec.CompletionMode.INDEXED.equals(spec.completionMode());
            for (int i = 0; i < count; i++) {
                pods.add(indexed ? numbered(JobPods.of(job, i), 1) : numbered(JobPods.of(job), i + 1));
            }
        }
        return new WorkloadPods(pods, List.of());
    }

    private static WorkloadPods cronJob(CronJob cron) {
        if (Boolean.TRUE.equals(cron.spec().suspend())) {
            return NONE;
        }
        return job(new Job(cron.metadata(), cron.spec().jobTemplate().spec(), Job.Status.EMPTY));
    }
}
