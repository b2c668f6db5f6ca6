package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** Starts the Jobs of CronJobs when they are due, and forgets old ones; what is decided is in {@link CronJobDecision}. */
public final class CronJobReconciler implements Reconciler {
    private final ControllerContext context;

    private CronJobReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of CronJobs. */
    public static Controller controller() {
        return Controller.named("cronjob").over(CronJob.class).owning(Job.class).reconcile(CronJobReconciler::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(CronJob.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            return Requeue.never();
        }
        var cron = found.get();
        var jobs = context.informers()
                .lister(Job.class)
                .byIndex(Indexes.BY_CONTROLLER, cron.metadata().uidOrEmpty());
        var decision = CronJobDecision.of(cron, jobs, context.runtime().now());
        decision.replace().forEach(name -> delete(request.namespace(), name));
        decision.events().forEach(event -> tell(cron, event));
        var status = decision.status();
        if (decision.start() != null) {
            status = started(cron, decision, status);
        }
        decision.forget()
                .forEach(job -> delete(request.namespace(), job.metadata().nameOrEmpty()));
        if (!status.equals(cron.status())) {
            context.client().updateStatus(cron.withStatus(status));
        }
        var next = decision.checkAgainAfter();
        return next == null ? Requeue.never() : Requeue.after(next);
    }

    private CronJob.Status started(CronJob cron, CronJobDecision decision, CronJob.Status status) {
        var job = create(cron, decision);
        if (job.isEmpty()) {
            return status;
        }
        var active = new ArrayList<>(status.active());
        var metadata = job.get().metadata();
        active.add(new ObjectReference(
                "Job",
                metadata.namespace(),
                metadata.name(),
                metadata.uid(),
                "batch/v1",
                metadata.resourceVersion(),
                null));
        return status.withActive(active).withLastScheduleTime(decision.scheduled());
    }

    /** The Job, also one that was created before the status could be written; none if it can't be created. */
    private Optional<Job> create(CronJob cron, CronJobDecision decision) {
        var job = Objects.requireNonNull(decision.start());
        var jobs = context.client().on(Job.class);
        try {
            var created = jobs.create(job);
            context.events()
                    .normal(
                            cron,
                            "SuccessfulCreate",
                            "Created job " + created.metadata().name());
            return Optional.of(created);
        } catch (ApiException refused) {
            if (refused.isAlreadyExists()) {
                return jobs.find(
                                job.metadata().namespaceOrEmpty(),
                                job.metadata().nameOrEmpty())
                        .filter(known -> !JobConditions.isFinished(known))
                        .filter(known -> known.metadata()
                                .controllerOwner()
                                .filter(owner ->
                                        owner.uid().equals(cron.metadata().uid()))
                                .isPresent());
            }
            context.events().warning(cron, "FailedCreate", "Error creating job: " + refused.getMessage());
            throw refused;
        }
    }

    private void delete(String namespace, String name) {
        var options = DeleteOptionsBuilder.builder()
                .propagationPolicy(DeletionPropagation.BACKGROUND)
                .build();
        try {
            context.client().on(Job.class).delete(namespace, name, options);
        } catch (ApiException gone) {
            if (!gone.isNotFound()) {
                throw gone;
            }
        }
    }

    private void tell(CronJob cron, WorkloadEvent event) {
        if (event.type().equals(WorkloadEvent.WARNING)) {
            context.events().warning(cron, event.reason(), event.message());
        } else {
            context.events().normal(cron, event.reason(), event.message());
        }
    }
}
