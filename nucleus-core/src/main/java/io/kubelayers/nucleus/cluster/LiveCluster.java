package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.ThreadDriver;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.store.Store;
import java.util.List;

/**
 * A cluster that runs by itself, in real time, a thread a controller. Made by {@link ClusterBuilder#startThreads}; runs
 * until closed. Use {@link Cluster} for tests: there nothing happens unasked.
 */
public final class LiveCluster implements AutoCloseable {
    private final ControlPlane plane;
    private final ThreadDriver driver;

    LiveCluster(ControlPlane plane, ThreadDriver driver) {
        this.plane = plane;
        this.driver = driver;
    }

    /** The API as cluster administrator. */
    public Client client() {
        return plane.client(Users.admin());
    }

    /** The API as a user with these groups. */
    public Client as(String user, String... groups) {
        return plane.client(Users.user(user, groups));
    }

    public ApiServer server() {
        return plane.server();
    }

    public Store store() {
        return plane.store();
    }

    public Informers informers() {
        return plane.informers();
    }

    /** What the cluster holds but does not act upon: webhooks, admission policies. */
    public List<Finding> unenforced() {
        return Unenforced.findings(plane.informers());
    }

    /** Stops all controllers; what they did stays readable. */
    @Override
    public void close() {
        driver.close();
    }
}
