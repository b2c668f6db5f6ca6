package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.Lister;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster that lives in this process on virtual time: nothing happens but inside {@link #settle} and {@link #advance},
 * and the same seed and the same calls give the same cluster.
 *
 * <p>All of its state is persistent data, so {@link #fork} makes a second cluster in constant time, to try something out.
 * Not safe for use by several threads; {@link ClusterBuilder#startThreads} gives a cluster that runs in real time.
 */
public final class Cluster implements AutoCloseable {
    private final ControlPlane plane;
    private final VirtualClock clock;
    private final DeterministicDriver driver;

    Cluster(ControlPlane plane, VirtualClock clock, DeterministicDriver driver) {
        this.plane = plane;
        this.clock = clock;
        this.driver = driver;
    }

    public static ClusterBuilder builder() {
        return new ClusterBuilder();
    }

    /** The API as cluster administrator. */
    public Client client() {
        return plane.client(Users.admin());
    }

    /** The API as a user with these groups. */
    public Client as(String user, String... groups) {
        return plane.client(Users.user(user, groups));
    }

    public Client as(UserInfo user) {
        return plane.client(user);
    }

    /** Who may do what: what the API server asks before it lets a request through. */
    public Authorizer authorizer() {
        return plane.authorizer();
    }

    public ApiServer server() {
        return plane.server();
    }

    public Store store() {
        return plane.store();
    }

    public TypeRegistry types() {
        return plane.server().types();
    }

    public Informers informers() {
        return plane.informers();
    }

    /**
     * What the cluster holds but does not act upon, as a real one would at every write: webhooks, admission policies. A
     * test that relies on these should find none.
     */
    public List<Finding> unenforced() {
        return Unenforced.findings(plane.informers());
    }

    /** What higher layers answer to lower ones. */
    public Answers answers() {
        return plane.layerAnswers();
    }

    /** Reads the objects of a kind without asking the API. */
    public <T extends KubernetesObject> Lister<T> lister(Class<T> kind) {
        return plane.informers().lister(kind);
    }

    public Runtime runtime() {
        return plane.runtime();
    }

    /** What time it is in the cluster. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Creates the object, or replaces it when it exists, as the administrator. An object that needs a namespace and
     * names none goes to {@code default}, as with kubectl.
     *
     * @return the object as it is stored
     */
    public <T extends KubernetesObject> T apply(T object) {
        return Apply.createOrReplace(client(), object);
    }

    /** Applies objects in their order. */
    public List<KubernetesObject> apply(List<? extends KubernetesObject> objects) {
        var applied = new ArrayList<KubernetesObject>();
        for (var object : objects) {
            applied.add(apply(object));
        }
        return applied;
    }

    /** Applies the objects of manifests in their order. */
    public List<KubernetesObject> apply(Manifests manifests) {
        return apply(manifests.objects(types()));
    }

    /** Adds a node. */
    public KubernetesObject addNode(String name, NodeTemplate template) {
        return client().create(template.build(name));
    }

    /**
     * Runs every controller until none has anything to do now.
     *
     * @throws io.kubelayers.nucleus.control.NotSettledException if they keep undoing each other's work
     */
    public Cluster settle() {
        driver.settle();
        return this;
    }

    /** Lets virtual time pass; timers, probes, back-offs and autoscalers act on the way, in the order of time. */
    public Cluster advance(Duration duration) {
        driver.advance(duration);
        return this;
    }

    /** Lets virtual time pass up to an instant. */
    public Cluster advanceTo(Instant instant) {
        driver.advanceTo(instant);
        return this;
    }

    public DeterministicDriver driver() {
        return driver;
    }

    /**
     * A second cluster in the same state, with controllers at the same point of their work. From here on neither sees
     * what the other does. Costs the same however large the cluster is.
     */
    public Cluster fork() {
        var forkClock = clock.fork();
        var forkPlane =
                plane.fork(new Runtime(forkClock, plane.runtime().random().fork()));
        return new Cluster(forkPlane, forkClock, forkPlane.fork(driver, forkClock));
    }

    @Override
    public void close() {
        driver.close();
    }
}
