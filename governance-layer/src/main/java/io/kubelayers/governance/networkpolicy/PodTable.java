package io.kubelayers.governance.networkpolicy;

import io.kubelayers.governance.networkpolicy.NetworkEndpoint.PodEndpoint;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pods and namespaces of a cluster by number, with what policies ask of them. */
final class PodTable {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final List<PodEndpoint> names = new ArrayList<>();
    private final Map<PodEndpoint, Integer> numbers = new HashMap<>();
    private final List<List<IpRange>> addresses = new ArrayList<>();
    private final List<List<ContainerPort>> ports = new ArrayList<>();
    private final List<String> workloads = new ArrayList<>();
    private final Map<String, BitSet> byNamespace = new HashMap<>();
    private final List<String> namespaces = new ArrayList<>();
    private final LabelIndex podLabels;
    private final LabelIndex namespaceLabels;
    private final BitSet selectable = new BitSet();
    private final BitSet ended = new BitSet();
    private final NodeTable nodes = new NodeTable();

    PodTable(List<Namespace> namespaceObjects, List<Pod> pods) {
        var labels = new ArrayList<Map<String, String>>();
        for (var pod : pods) {
            add(pod);
            labels.add(pod.metadata().labels());
        }
        podLabels = new LabelIndex(labels);
        var ofNamespaces = new TreeMap<String, Map<String, String>>();
        byNamespace.keySet().forEach(name -> ofNamespaces.put(name, Map.of(NAME_LABEL, name)));
        for (var namespace : namespaceObjects) {
            var name = namespace.metadata().nameOrEmpty();
            var all = new TreeMap<>(namespace.metadata().labels());
            all.putIfAbsent(NAME_LABEL, name);
            ofNamespaces.put(name, all);
        }
        namespaces.addAll(ofNamespaces.keySet());
        namespaceLabels = new LabelIndex(List.copyOf(ofNamespaces.values()));
    }

    private void add(Pod pod) {
        int number = names.size();
        var name = NetworkEndpoint.pod(pod);
        if (numbers.putIfAbsent(name, number) != null) {
            throw new IllegalArgumentException("there are two pods " + name.namespace() + "/" + name.name());
        }
        names.add(name);
        byNamespace.computeIfAbsent(name.namespace(), one -> new BitSet()).set(number);
        selectable.set(number, !pod.spec().hostNetwork());
        ended.set(number, hasEnded(pod));
        nodes.add(pod);
        addresses.add(addresses(pod));
        workloads.add(workload(pod));
        var own = new ArrayList<ContainerPort>();
        for (var container : pod.spec().containers()) {
            own.addAll(container.ports());
        }
        for (var container : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy())) {
                own.addAll(container.ports());
            }
        }
        ports.add(own);
    }

    private static boolean hasEnded(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    /** The name of what made the pod, without the hash of a Deployment's revision; else its own. */
    private static String workload(Pod pod) {
        var metadata = pod.metadata();
        var owner = metadata.controllerOwner();
        if (owner.isEmpty()) {
            return metadata.nameOrEmpty();
        }
        var hash = "-" + metadata.labels().getOrDefault("pod-template-hash", "");
        var name = owner.get().name();
        return hash.length() > 1 && name.endsWith(hash) ? name.substring(0, name.length() - hash.length()) : name;
    }

    private static List<IpRange> addresses(Pod pod) {
        var addresses = new ArrayList<IpRange>(1);
        for (var ip : pod.status().podIPs()) {
            addresses.add(IpRange.address(ip.ip()));
        }
        var first = pod.status().podIP();
        if (addresses.isEmpty() && first != null) {
            addresses.add(IpRange.address(first));
        }
        return addresses;
    }

    int size() {
        return names.size();
    }

    /** Where the pods are. */
    NodeTable nodes() {
        return nodes;
    }

    List<PodEndpoint> names() {
        return names;
    }

    /** The number of a pod; throws if it is not known. */
    int number(PodEndpoint pod) {
        var number = numbers.get(pod);
        if (number == null) {
            throw new IllegalArgumentException("there is no " + pod);
        }
        return number;
    }

    /** The pod of that address, -1 if none has it. Pods that have ended have given theirs back. */
    int withAddress(String ip) {
        var address = IpRange.address(ip);
        for (int i = 0; i < addresses.size(); i++) {
            if (selectable.get(i) && !ended.get(i) && addresses.get(i).contains(address)) {
                return i;
            }
        }
        return -1;
    }

    List<IpRange> addresses(int pod) {
        return addresses.get(pod);
    }

    String workload(int pod) {
        return workloads.get(pod);
    }

    /** The ports that containers list. */
    PortSet listening(int pod) {
        var all = PortSet.NONE;
        for (var port : ports.get(pod)) {
            all = all.union(PortSet.of(protocol(port), port.containerPort()));
        }
        return all;
    }

    /** The ports of that name, which containers may give different numbers. */
    PortSet named(int pod, String name, String protocol) {
        var all = PortSet.NONE;
        for (var port : ports.get(pod)) {
            if (name.equals(port.name()) && protocol.equals(protocol(port))) {
                all = all.union(PortSet.of(protocol, port.containerPort()));
            }
        }
        return all;
    }

    private static String protocol(ContainerPort port) {
        return port.protocol() == null ? Protocol.TCP : port.protocol();
    }

    /** The pods of a namespace that a selector selects. */
    BitSet select(String namespace, Selector selector) {
        var pods = (BitSet) podLabels.select(selector).clone();
        pods.and(selectable);
        pods.and(byNamespace.getOrDefault(namespace, new BitSet()));
        return pods;
    }

    /** The pods that a peer of a policy in this namespace names by labels. */
    BitSet select(String namespace, @Nullable LabelSelector ofNamespaces, @Nullable LabelSelector ofPods) {
        var pods = new BitSet();
        if (ofNamespaces == null) {
            pods.or(byNamespace.getOrDefault(namespace, new BitSet()));
        } else {
            var chosen = namespaceLabels.select(Selector.of(ofNamespaces));
            for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
                pods.or(byNamespace.getOrDefault(namespaces.get(i), new BitSet()));
            }
        }
        if (ofPods != null) {
            pods.and(podLabels.select(Selector.of(ofPods)));
        }
        pods.and(selectable);
        return pods;
    }
}
