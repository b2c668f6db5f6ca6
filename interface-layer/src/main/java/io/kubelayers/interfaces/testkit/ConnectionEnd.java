package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;

/**
 * An end of a connection to ask about. Made by the static methods of {@link KubelayersAssertions}, such as {@code
 * from("shop/web-0")} and {@code toService("shop/db")}.
 */
public final class ConnectionEnd {
    private final Sort sort;
    private final String name;

    private enum Sort {
        POD,
        SERVICE,
        ADDRESS
    }

    private ConnectionEnd(Sort sort, String name) {
        this.sort = sort;
        this.name = name;
    }

    static ConnectionEnd pod(String name) {
        return new ConnectionEnd(Sort.POD, name);
    }

    static ConnectionEnd service(String name) {
        return new ConnectionEnd(Sort.SERVICE, name);
    }

    static ConnectionEnd address(String ip) {
        return new ConnectionEnd(Sort.ADDRESS, ip);
    }

    boolean isService() {
        return sort == Sort.SERVICE;
    }

    Service service(Cluster cluster) {
        return ObjectName.find(cluster, Service.class, name);
    }

    NetworkEndpoint endpoint(Cluster cluster) {
        return switch (sort) {
            case POD -> NetworkEndpoint.pod(ObjectName.find(cluster, Pod.class, name));
            case ADDRESS -> NetworkEndpoint.address(name);
            case SERVICE -> throw new IllegalArgumentException("service " + name + " opens no connections");
        };
    }
}
