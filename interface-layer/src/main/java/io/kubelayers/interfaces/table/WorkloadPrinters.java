package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.containers;
import static io.kubelayers.interfaces.table.Cells.images;
import static io.kubelayers.interfaces.table.Cells.labels;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.number;
import static io.kubelayers.interfaces.table.Cells.row;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.scheduling.PriorityClass;
import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplate;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.Container;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds that run pods. */
final class WorkloadPrinters {
    private WorkloadPrinters() {}

    static void addTo(Printers printers) {
        printers.add(Deployment.class, new DeploymentRow())
                .add(ReplicaSet.class, new ReplicaSetRow())
                .add(DaemonSet.class, new DaemonSetRow())
                .add(Job.class, new JobRow())
                .add(CronJob.class, new CronJobRow())
                .add(ControllerRevision.class, new ControllerRevisionRow())
                .add(StatefulSet.class, (set, now) -> {
                    var pods = set.spec().template().spec().containers();
                    return row(
                            name(set),
                            set.status().readyReplicas() + "/"
                                    + number(set.spec().replicas(), 1),
                            age(set, now),
                            containers(pods),
                            images(pods));
                })
                .add(ReplicationController.class, (controller, now) -> {
                    var pods = containersOf(controller.spec().template());
                    return row(
                            name(controller),
                            number(controller.spec().replicas(), 1),
                            controller.status().replicas(),
                            controller.status().readyReplicas(),
                            age(controller, now),
                            containers(pods),
                            images(pods),
                            labels(controller.spec().selector()));
                })
                .add(PodTemplate.class, (template, now) -> {
                    var pods = template.template().spec().containers();
                    return row(
                            name(template),
                            containers(pods),
                            images(pods),
                            labels(template.template().metadata().labels()));
                })
                .add(
                        PriorityClass.class,
                        (priority, now) -> row(
                                name(priority),
                                priority.value(),
                                priority.globalDefault(),
                                age(priority, now),
                                Cells.text(priority.preemptionPolicy())));
    }

    private static List<Container> containersOf(@Nullable PodTemplateSpec template) {
        return template == null ? List.of() : template.spec().containers();
    }
}
