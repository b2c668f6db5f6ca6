package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.pod.Pods;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/**
 * Asks a cluster what it would do, and looks at what is in it. Nothing asked here changes the cluster.
 *
 * <p>Names are {@code namespace/name}; a name alone is in namespace {@code default}.
 */
public final class ClusterAssert extends AbstractAssert<ClusterAssert, Cluster> {
    private static final int MOST_REPLICAS = 100_000;

    private final Profile profile;

    ClusterAssert(Cluster cluster) {
        this(cluster, Profile.standard());
    }

    private ClusterAssert(Cluster cluster, Profile profile) {
        super(cluster, ClusterAssert.class);
        this.profile = profile;
    }

    /**
     * The cluster as it will be after some time, if nobody interferes: time passes on a fork.
     *
     * <pre>{@code
     * assertThat(cluster).after(Duration.ofMinutes(5)).deployment("shop/web").isAvailable();
     * }</pre>
     */
    public ClusterAssert after(Duration time) {
        return new ClusterAssert(actual.fork().settle().advance(time), profile).as(descriptionText());
    }

    /** Asks about scheduling by this profile instead of the default one. */
    public ClusterAssert by(Profile other) {
        return new ClusterAssert(actual, other).as(descriptionText());
    }

    /**
     * The pod, once admitted, goes to some node. A pod that exists already is asked about as if it had no node yet.
     *
     * @return further assertions about where it goes
     */
    public PlacementAssert schedules(Pod pod) {
        return place(pod).isScheduled();
    }

    /** As {@link #schedules(Pod)}. */
    public PlacementAssert schedules(Pods pod) {
        return schedules(pod.build());
    }

    /**
     * The pod is admitted, but no node takes it.
     *
     * @return further assertions about why
     */
    public PlacementAssert doesNotSchedule(Pod pod) {
        return place(pod).isNotScheduled();
    }

    /** As {@link #doesNotSchedule(Pod)}. */
    public PlacementAssert doesNotSchedule(Pods pod) {
        return doesNotSchedule(pod.build());
    }

    /** How many more pods like this one, once admitted, fit into the cluster as it is. */
    public CapacityAssert roomFor(Pod pod) {
        return new CapacityAssert(PodPlacing.room(actual, profile, pod, MOST_REPLICAS)).as(descriptionText());
    }

    /** As {@link #roomFor(Pod)}. */
    public CapacityAssert roomFor(Pods pod) {
        return roomFor(pod.build());
    }

    /** Where the pods of these nodes go if the nodes are drained, but those of DaemonSets. */
    public PlacementsAssert draining(String... nodes) {
        return new PlacementsAssert(PodPlacing.scheduling(actual, profile).drain(nodes)).as(descriptionText());
    }

    private PlacementAssert place(Pod pod) {
        return new PlacementAssert(PodPlacing.place(actual, profile, pod)).as(descriptionText());
    }

    /** What a user with these groups may do; {@code system:authenticated} comes with them. */
    public UserAssert user(String name, String... groups) {
        return new UserAssert(actual, Users.user(name, groups)).as(descriptionText());
    }

    /** What the pods of a service account may do. */
    public UserAssert serviceAccount(String name) {
        var account = ObjectName.parse(name, actual.types().typeOf(ServiceAccount.class));
        return new UserAssert(actual, Users.serviceAccount(account.namespace(), account.name()))
                .in(account.namespace())
                .as(descriptionText());
    }

    /** What becomes of a write of this object, by the administrator. Ask {@link #user} for others. */
    public <T extends KubernetesObject> RequestAssert<T> request(T object) {
        return new UserAssert(actual, Users.admin()).request(object).as(descriptionText());
    }

    /** What an autoscaler wants. */
    public HpaAssert hpa(String name) {
        return new HpaAssert(actual, ObjectName.find(actual, HorizontalPodAutoscaler.class, name))
                .as(descriptionText());
    }

    /** What becomes of an eviction of this pod, as {@code kubectl drain} asks for it. */
    public EvictionAssert eviction(String pod) {
        return EvictionAssert.of(actual, ObjectName.find(actual, Pod.class, pod))
                .as(descriptionText());
    }

    /** The drain of a node, tried on a fork; single pods and emptyDir volumes are no obstacle. */
    public DrainAssert drain(String node) {
        return DrainAssert.of(actual, node).as(descriptionText());
    }

    /**
     * Whether network policies let a TCP connection through.
     *
     * @param port port at the destination; of a service, its own
     */
    public ConnectionAssert connection(ConnectionEnd from, ConnectionEnd to, int port) {
        return connection(from, to, port, Protocol.TCP);
    }

    /** As {@link #connection(ConnectionEnd, ConnectionEnd, int)}, for TCP, UDP or SCTP. */
    public ConnectionAssert connection(ConnectionEnd from, ConnectionEnd to, int port, String protocol) {
        return ConnectionAssert.of(actual, from, to, port, protocol).as(descriptionText());
    }

    /** How a pod is. */
    public PodAssert pod(String name) {
        return new PodAssert(actual, ObjectName.find(actual, Pod.class, name)).as(descriptionText());
    }

    /** How a deployment is. */
    public DeploymentAssert deployment(String name) {
        return new DeploymentAssert(actual, ObjectName.find(actual, Deployment.class, name)).as(descriptionText());
    }

    /** Where a service leads. */
    public ServiceAssert service(String name) {
        return new ServiceAssert(actual, ObjectName.find(actual, Service.class, name)).as(descriptionText());
    }

    /** An object of any kind; it must exist. */
    public <T extends KubernetesObject> StoredObjectAssert<T> object(Class<T> kind, String name) {
        return new StoredObjectAssert<>(actual, ObjectName.find(actual, kind, name)).as(descriptionText());
    }

    /** There is no object of that kind and name. */
    public ClusterAssert hasNo(Class<? extends KubernetesObject> kind, String name) {
        var type = actual.types().typeOf(kind);
        var wanted = ObjectName.parse(name, type);
        if (actual.lister(kind).get(wanted.namespace(), wanted.name()).isPresent()) {
            throw failure(
                    "%s",
                    Mismatch.expected("no " + type.kind() + " " + wanted)
                            .but("it exists")
                            .text());
        }
        return this;
    }
}
