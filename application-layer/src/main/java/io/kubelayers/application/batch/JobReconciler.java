package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.Claimed;
import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.Orphans;
import io.kubelayers.application.workloads.OwnedOrOrphaned;
import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.selector.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs Jobs to their end, and deletes them when their time to live is over.
 *
 * <p>A Job that names another controller in {@code managedBy} is left to it.
 */
public final class JobReconciler implements Reconciler {
    private static final String OWN_NAME = "kubernetes.io/job-controller";

    private final ControllerContext context;

    private JobReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of Jobs. */
    public static Controller controller() {
        return Controller.named("job")
                .over(Job.class)
                .watching(Pod.class, OwnedOrOrphaned.<Job, Pod>of(Job.class, (job, labels) -> Selector.of(
                                job.spec().selector())
                        .matches(labels)))
                .reconcile(JobReconciler::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Job.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            releaseOrphans(request, null);
            return Requeue.never();
        }
        var manager = found.get().spec().managedBy();
        return manager == null || manager.equals(OWN_NAME) ? reconcile(found.get()) : Requeue.never();
    }

    /** Once for each Job is enough: what a Job of the same name left is there before its successor starts. */
    private void releaseOrphans(Request request, @Nullable Job current) {
        if (current == null || current.status().startTime() == null) {
            release(JobOrphans.of(request, current, context.informers().lister(Pod.class)));
        }
    }

    private Requeue reconcile(Job job) {
        var metadata = job.metadata();
        releaseOrphans(Request.of(job), job);
        var selector = Selector.of(job.spec().selector());
        var pods = Claimed.by(
                context,
                metadata,
                ControllerRef.to("batch/v1", "Job", metadata),
                Pod.class,
                Orphans.PODS,
                meta -> selector.matches(meta.labels()));
        var writer = new PodWriter(context, job);
        var decision = JobDecision.of(job, pods, context.runtime().now());
        if (decision.expired()) {
            expire(job);
            return Requeue.never();
        }
        release(decision.abandon());
        writer.delete(decision.abandon());
        writer.delete(decision.stop());
        writer.create(decision.create());
        if (!decision.status().equals(job.status())) {
            context.client().updateStatus(job.withStatus(decision.status()));
            decision.events().forEach(writer::tell);
        }
        release(decision.release());
        writer.rethrow();
        var again = decision.checkAgainAfter();
        return again == null ? Requeue.never() : Requeue.after(again);
    }

    /** Takes the Job's finalizer off pods; pods that are gone need none. */
    private void release(List<Pod> pods) {
        for (var pod : pods) {
            var metadata = pod.metadata();
            try {
                var current = context.client().on(Pod.class).find(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
                if (current.isPresent() && JobPods.isTracked(current.get())) {
                    context.client().update(JobPods.released(current.get()));
                }
            } catch (ApiException refused) {
                if (!refused.isNotFound()) {
                    throw refused;
                }
            }
        }
    }

    private void expire(Job job) {
        var options =
                DeleteOptionsBuilder.builder().propagationPolicy("Foreground").build();
        context.client()
                .on(Job.class)
                .delete(job.metadata().namespaceOrEmpty(), job.metadata().nameOrEmpty(), options);
    }
}
