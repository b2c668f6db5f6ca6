package io.kubelayers.application;

import io.kubelayers.application.batch.CronJob;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Endpoints;
import io.kubelayers.application.discovery.IPAddress;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceCIDR;
import io.kubelayers.application.routing.Ingress;
import io.kubelayers.application.routing.IngressClass;
import io.kubelayers.application.scheduling.PriorityClass;
import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplate;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import java.util.List;

/** The kinds of the application layer, to be added to those of the nucleus. */
public final class ApplicationKinds {
    /** Every record with a kind, in order of group priority. */
    public static final List<Class<?>> ALL = List.of(
            EndpointSlice.class,
            Endpoints.class,
            IPAddress.class,
            Service.class,
            ServiceCIDR.class,
            ControllerRevision.class,
            DaemonSet.class,
            Deployment.class,
            PodTemplate.class,
            ReplicaSet.class,
            ReplicationController.class,
            StatefulSet.class,
            CronJob.class,
            Job.class,
            Ingress.class,
            IngressClass.class,
            PriorityClass.class);

    private ApplicationKinds() {}
}
