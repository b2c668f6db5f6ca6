package io.kubelayers.interfaces.expectation;

import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does a pod find a node? One that the cluster has is asked about as if it had none yet; one that is given is admitted
 * first, in a dry run.
 *
 * @param pod name of pods or of a workload; "" if objects are given
 * @param node where it must go; "" for anywhere
 * @param because words that the refusal must contain
 */
record ScheduleQuestion(boolean schedules, String pod, @Nullable GivenObjects objects, String node, String because)
        implements Question {

    static ScheduleQuestion read(Fields fields, boolean schedules) {
        var pod = fields.optional("pod");
        return new ScheduleQuestion(
                schedules,
                pod,
                pod.isEmpty() ? fields.objects() : null,
                schedules ? fields.optional("node") : "",
                schedules ? "" : fields.optional("because"));
    }

    @Override
    public String sentence() {
        var who = objects == null ? "pod " + pod : objects.describe();
        return who
                + (schedules ? " is scheduled" : " is not scheduled")
                + (node.isEmpty() ? "" : " on " + node)
                + (because.isEmpty() ? "" : ": " + because);
    }

    @Override
    public Answer ask(Cluster cluster) {
        Answer last = Answer.missed("there is no pod to ask about");
        for (var one : pods(cluster)) {
            last = answer(place(cluster, one));
            if (!last.met()) {
                return last;
            }
        }
        return last;
    }

    private List<Pod> pods(Cluster cluster) {
        if (objects == null) {
            return Workloads.pods(cluster, pod);
        }
        var pods = new ArrayList<Pod>();
        for (var object : objects.in(cluster)) {
            if (!(object instanceof Pod given)) {
                throw new IllegalArgumentException(
                        "only pods are scheduled, not " + object.getClass().getSimpleName());
            }
            try {
                pods.add(cluster.client().on(Pod.class).create(given, RequestOptions.dryRunOnly()));
            } catch (ApiException refusal) {
                throw new IllegalArgumentException("the API server refuses the pod: " + refusal.explain(), refusal);
            }
        }
        return pods;
    }

    private static Placement place(Cluster cluster, Pod pod) {
        var others = cluster.lister(Pod.class).list().stream()
                .filter(other ->
                        !other.metadata().uidOrEmpty().equals(pod.metadata().uidOrEmpty()))
                .toList();
        var volumes = new ArrayList<KubernetesObject>();
        volumes.addAll(cluster.lister(PersistentVolume.class).list());
        volumes.addAll(cluster.lister(PersistentVolumeClaim.class).list());
        return Scheduling.on(cluster.lister(Node.class).list(), others)
                .with(volumes)
                .inDetail()
                .place(pod.withSpec(pod.spec().withNodeName(null)));
    }

    private Answer answer(Placement placement) {
        boolean met = schedules
                ? placement.isScheduled() && (node.isEmpty() || node.equals(placement.node()))
                : !placement.isScheduled() && placement.explain().contains(because);
        return Answer.of(met, placement);
    }
}
