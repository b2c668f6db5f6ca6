package io.kubelayers.interfaces.remote;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.scheduling.SchedulerController;
import io.kubelayers.application.scheduling.SchedulerMetrics;
import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.governance.storage.CSIStorageCapacity;
import io.kubelayers.governance.storage.StorageClass;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Driver;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.ObjectEventRecorder;
import io.kubelayers.nucleus.control.Signals;
import io.kubelayers.nucleus.control.ThreadDriver;
import io.kubelayers.nucleus.control.ToldEvents;
import io.kubelayers.nucleus.control.WritesUnderWay;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.election.LeaderElector;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.runtime.SeededRandom;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import io.kubelayers.nucleus.streaming.RuntimeLink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler as a process of its own beside a cluster elsewhere, as kube-scheduler is: it serves the pods whose
 * {@code spec.schedulerName} its profiles have. Where several run with leader election, one of them acts; when it is not heard
 * of any more, another takes over.
 *
 * <pre>{@code
 * var client = RemoteClient.to(KubeconfigFile.read(path), "my-scheduler");
 * try (var scheduler = RemoteScheduler.start(client, SchedulerConfiguration.read(yaml), "host-1_42")) {
 *     scheduler.awaitEnd(); // it has lost the lead
 * }
 * }</pre>
 */
public final class RemoteScheduler implements AutoCloseable {
    /** What it reads. Nodes come before pods. */
    private static final List<Class<? extends KubernetesObject>> KINDS = List.of(
            Node.class,
            Namespace.class,
            PersistentVolume.class,
            PersistentVolumeClaim.class,
            StorageClass.class,
            CSINode.class,
            CSIDriver.class,
            CSIStorageCapacity.class,
            VolumeAttachment.class,
            Service.class,
            ReplicationController.class,
            ReplicaSet.class,
            StatefulSet.class,
            PodDisruptionBudget.class,
            Pod.class);

    private static final Duration SYNC = Duration.ofSeconds(60);

    private final RemoteClient client;
    private final Controller controller;
    private final Mirror mirror;
    private final SchedulerMetrics metrics;
    private final LeaderLoop loop;
    private final @Nullable LeaderElector elector;
    private @Nullable Driver driver;
    private boolean leads;

    private RemoteScheduler(
            RemoteClient client,
            SchedulerConfiguration configuration,
            Mirror mirror,
            String identity,
            SchedulerMetrics metrics) {
        this.client = client;
        this.metrics = metrics;
        this.controller = configuration.controller();
        this.mirror = mirror;
        var clock = InstantSource.system();
        this.elector = configuration
                .election()
                .map(settings -> new LeaderElector(
                        client.waiting(settings.renewDeadline().dividedBy(2)), settings, identity, clock))
                .orElse(null);
        this.loop = elector == null
                ? LeaderLoop.alone(this::lead, this::stepDown)
                : LeaderLoop.of(elector, this::lead, this::stepDown);
    }

    /**
     * Starts, when all that it reads has been copied.
     *
     * @param identity unique name of this process among the candidates for leader
     * @throws io.kubelayers.nucleus.errors.ApiException if the cluster cannot be read within a minute; it says what is in the
     *     way
     */
    public static RemoteScheduler start(RemoteClient client, SchedulerConfiguration configuration, String identity)
            throws InterruptedException {
        return start(client, configuration, identity, SchedulerMetrics.NONE);
    }

    /** The same, counted. */
    public static RemoteScheduler start(
            RemoteClient client, SchedulerConfiguration configuration, String identity, SchedulerMetrics metrics)
            throws InterruptedException {
        var mirror = Mirror.of(client, KINDS, List.of(Indexes.podsByNode()));
        try {
            mirror.awaitSynced(SYNC);
        } catch (RuntimeException | InterruptedException e) {
            mirror.close();
            throw e;
        }
        var scheduler = new RemoteScheduler(client, configuration, mirror, identity, metrics);
        scheduler.loop.start();
        return scheduler;
    }

    private synchronized void lead() {
        driver = ThreadDriver.start(
                List.of(controller),
                unused -> context(),
                mirror.store(),
                mirror::types,
                InstantSource.system(),
                RemoteScheduler::thread);
        leads = true;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private ControllerContext context() {
        var clock = InstantSource.system();
        var runtime = new Runtime(clock, SeededRandom.of(System.nanoTime()));
        var informers = mirror.informers();
        return new ControllerContext(
                client,
                informers,
                runtime,
                Memory.empty(),
                new ObjectEventRecorder(client, runtime, SchedulerController.NAME, ToldEvents.remembered()),
                GovernanceLayer.standard().answers(informers).with(SchedulerMetrics.class, metrics),
                new RuntimeLink(),
                new WritesUnderWay(),
                new Signals());
    }

    private synchronized void stepDown() {
        leads = false;
        var running = driver;
        if (running != null) {
            running.close();
            driver = null;
        }
    }

    /** Whether this one acts. */
    public synchronized boolean isLeader() {
        return leads;
    }

    /** Who leads as far as it knows; "" if nobody does or there is no election. */
    public String leader() {
        return elector == null ? "" : elector.leader();
    }

    /** Waits until it was closed or has lost the lead; from then on it does nothing more. */
    public void awaitEnd() throws InterruptedException {
        loop.awaitEnd();
    }

    /** Ends, and lets others lead at once. */
    @Override
    public void close() {
        loop.stop();
        end();
    }

    /** Ends as a process does that dies: others have to find out. */
    void abandon() {
        loop.abandon();
        end();
    }

    private void end() {
        try {
            loop.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mirror.close();
        }
    }
}
