package io.kubelayers.interfaces.expectation;

import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.governance.networkpolicy.ClusterNetwork;
import io.kubelayers.governance.networkpolicy.NetworkConnection;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkReachability;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;

/**
 * Do network policies let a connection through? A name stands for the pod of that name, else for all pods of the workload
 * of that name; all of them are asked about.
 */
record ReachQuestion(boolean reaches, End from, End to, String port, String protocol) implements Question {
    /** A pod or workload, a service, or an address. */
    record End(Sort sort, String name) {
        enum Sort {
            PODS,
            SERVICE,
            ADDRESS
        }

        @Override
        public String toString() {
            return sort == Sort.SERVICE ? "service " + name : name;
        }
    }

    static ReachQuestion read(Fields fields, boolean reaches) {
        var protocol = fields.optional("protocol");
        var from = fields.has("fromAddress")
                ? new End(End.Sort.ADDRESS, fields.text("fromAddress"))
                : new End(End.Sort.PODS, fields.text("from"));
        var to = fields.has("toAddress")
                ? new End(End.Sort.ADDRESS, fields.text("toAddress"))
                : fields.has("toService")
                        ? new End(End.Sort.SERVICE, fields.text("toService"))
                        : new End(End.Sort.PODS, fields.text("to"));
        return new ReachQuestion(reaches, from, to, fields.text("port"), protocol.isEmpty() ? Protocol.TCP : protocol);
    }

    @Override
    public String sentence() {
        return from + (reaches ? " reaches " : " does not reach ") + to + " on " + protocol + " " + port;
    }

    @Override
    public Answer ask(Cluster cluster) {
        var network = ClusterNetwork.of(cluster.informers());
        Answer last = Answer.missed("there is nobody to ask about");
        for (var source : ends(cluster, from)) {
            for (var answer : answers(cluster, network, source)) {
                if (!answer.met()) {
                    return answer;
                }
                last = answer;
            }
        }
        return last;
    }

    private List<Answer> answers(Cluster cluster, NetworkReachability network, NetworkEndpoint source) {
        if (to.sort() == End.Sort.SERVICE) {
            var name = name(to.name());
            var service = cluster.lister(Service.class)
                    .get(name[0], name[1])
                    .orElseThrow(() -> new IllegalArgumentException("there is no service " + to.name()));
            var slices = cluster.lister(EndpointSlice.class).list(name[0]);
            var verdict = network.toService(source, service, IntOrString.parse(port), slices);
            return List.of(Answer.of(reaches ? verdict.allowed() : !verdict.allowed() && !verdict.partial(), verdict));
        }
        int number;
        try {
            number = Integer.parseInt(port);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("port " + port + " is not a number", notANumber);
        }
        return ends(cluster, to).stream()
                .map(end -> network.verdict(new NetworkConnection(source, end, number, protocol)))
                .map(verdict -> Answer.of(verdict.allowed() == reaches, verdict))
                .toList();
    }

    private static List<NetworkEndpoint> ends(Cluster cluster, End end) {
        if (end.sort() == End.Sort.ADDRESS) {
            return List.of(NetworkEndpoint.address(end.name()));
        }
        return Workloads.pods(cluster, end.name()).stream()
                .map(pod -> (NetworkEndpoint) NetworkEndpoint.pod(pod))
                .toList();
    }

    static String[] name(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new String[] {"default", text}
                : new String[] {text.substring(0, slash), text.substring(slash + 1)};
    }
}
