package io.kubelayers.interfaces.expectation;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.governance.networkpolicy.ClusterNetwork;
import io.kubelayers.governance.networkpolicy.NetworkConnection;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkReachability;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that somebody asks about. A name stands for the pod of that name, else for all pods of the workload of
 * that name; all of them are asked about.
 *
 * @param port a number; for a service also the name of one of its ports
 * @param protocol TCP, UDP or SCTP
 */
public record AskedConnection(End from, End to, String port, String protocol) {
    /** A pod or workload, a service, or an address. */
    public record End(Sort sort, String name) {
        /** What is named. */
        public enum Sort {
            PODS,
            SERVICE,
            ADDRESS
        }

        /** {@code shop/web}: a pod or a workload. */
        public static End pods(String name) {
            return new End(Sort.PODS, name);
        }

        public static End service(String name) {
            return new End(Sort.SERVICE, name);
        }

        public static End address(String ip) {
            return new End(Sort.ADDRESS, ip);
        }

        @Override
        public String toString() {
            return sort == Sort.SERVICE ? "service " + name : name;
        }
    }

    /**
     * What policies say to one of the connections that are meant.
     *
     * @param allowed whether it can be opened; to a service, through each endpoint
     * @param refused whether it can't be; to a service, through none
     */
    public record Verdict(boolean allowed, boolean refused, Explained why) {}

    /**
     * The verdict for each pair of ends.
     *
     * @throws IllegalArgumentException if there is no such pod, workload, service or port
     */
    public List<Verdict> verdicts(Cluster cluster) {
        var network = ClusterNetwork.of(cluster.informers());
        var verdicts = new ArrayList<Verdict>();
        for (var source : ends(cluster, from)) {
            if (to.sort() == End.Sort.SERVICE) {
                verdicts.add(toService(cluster, network, source));
            } else {
                for (var target : ends(cluster, to)) {
                    var verdict = network.verdict(new NetworkConnection(source, target, number(), protocol));
                    verdicts.add(new Verdict(verdict.allowed(), !verdict.allowed(), verdict));
                }
            }
        }
        return verdicts;
    }

    private Verdict toService(Cluster cluster, NetworkReachability network, NetworkEndpoint source) {
        var name = ReachQuestion.name(to.name());
        var service = cluster.lister(Service.class)
                .get(name[0], name[1])
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + to.name()));
        var slices = cluster.lister(EndpointSlice.class).list(name[0]);
        var verdict = network.toService(source, service, IntOrString.parse(port), slices);
        return new Verdict(verdict.allowed(), !verdict.allowed() && !verdict.partial(), verdict);
    }

    private int number() {
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("port " + port + " is not a number", notANumber);
        }
    }

    private static List<NetworkEndpoint> ends(Cluster cluster, End end) {
        if (end.sort() == End.Sort.ADDRESS) {
            return List.of(NetworkEndpoint.address(end.name()));
        }
        return Workloads.pods(cluster, end.name()).stream()
                .map(pod -> (NetworkEndpoint) NetworkEndpoint.pod(pod))
                .toList();
    }
}
