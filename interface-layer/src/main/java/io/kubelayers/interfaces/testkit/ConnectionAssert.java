package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.governance.networkpolicy.ClusterNetwork;
import io.kubelayers.governance.networkpolicy.NetworkConnection;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.value.IntOrString;

/**
 * Assertions about a connection that somebody would like to open.
 *
 * <pre>{@code
 * assertThat(cluster).connection(from("shop/web-0"), toService("shop/db"), 5432).isAllowed();
 * assertThat(cluster).connection(from("ops/job"), to("shop/db-0"), 5432).isDenied().because(networkPolicy("shop/db"));
 * }</pre>
 */
public final class ConnectionAssert extends DecisionAssert<ConnectionAssert, Explained> {
    private final boolean allowed;

    private ConnectionAssert(Explained verdict, boolean allowed) {
        super(verdict, ConnectionAssert.class);
        this.allowed = allowed;
    }

    static ConnectionAssert of(Cluster cluster, ConnectionEnd from, ConnectionEnd to, int port, String protocol) {
        var network = ClusterNetwork.of(cluster.informers());
        if (to.isService()) {
            var slices = cluster.lister(EndpointSlice.class).list();
            var verdict = network.toService(from.endpoint(cluster), to.service(cluster), IntOrString.of(port), slices);
            return new ConnectionAssert(verdict, verdict.allowed());
        }
        var verdict =
                network.verdict(new NetworkConnection(from.endpoint(cluster), to.endpoint(cluster), port, protocol));
        return new ConnectionAssert(verdict, verdict.allowed());
    }

    /** Network policies let it through; to a service, whichever endpoint it ends at. */
    public ConnectionAssert isAllowed() {
        if (!allowed) {
            throw mismatch(Mismatch.expected("the connection is allowed")
                    .but(actual.explain())
                    .why(actual));
        }
        return this;
    }

    /** Network policies do not let it through; to a service, not to every endpoint. */
    public ConnectionAssert isDenied() {
        if (allowed) {
            throw mismatch(Mismatch.expected("the connection is denied")
                    .but(actual.explain())
                    .why(actual));
        }
        return this;
    }
}
