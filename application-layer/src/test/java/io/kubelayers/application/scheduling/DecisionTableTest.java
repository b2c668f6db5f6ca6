package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pods say, what there is, and where they go, one sentence a row. */
class DecisionTableTest {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    /**
     * @param sentence what the row shows
     * @param cluster nodes, pods on them and whatever else there is
     * @param pod metadata and spec of the pod that is placed
     * @param answer how the explanation begins
     */
    private record Row(String sentence, String cluster, String pod, String answer) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static String node(String name, String labels, String more) {
        return """
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {kubernetes.io/hostname: %s, %s}}
                status: {allocatable: {cpu: "4", memory: 8Gi, pods: "10"}, images: [{names: ["app:1"], sizeBytes: %d}]}
                %s
                """
                .formatted(name, name, labels, name.equals("n1") ? 524_288_000 : 0, more);
    }

    private static String zones(String... zones) {
        var nodes = new StringBuilder();
        for (int i = 0; i < zones.length; i++) {
            nodes.append(node("n" + (i + 1), "topology.kubernetes.io/zone: " + zones[i], ""));
        }
        return nodes.toString();
    }

    private static String running(String namespace, String name, String labels, String spec) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: %s, name: %s, labels: {%s}}
                spec: {containers: [{name: c, image: i}], %s}
                """
                .formatted(namespace, name, labels, spec);
    }

    private static String pod(String labels, String spec) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {namespace: default, name: p, labels: {%s}}
                spec:
                  containers: [{name: c, image: i}]
                %s
                """
                .formatted(labels, spec.indent(2));
    }

    private static String asking(String cpu, String spec) {
        return pod("", spec).replace("image: i}", "image: i, resources: {requests: {cpu: " + cpu + "}}}");
    }

    private static String affinity(String kind, String term) {
        return "affinity: {" + kind + ": {requiredDuringSchedulingIgnoredDuringExecution: [{" + term
                + ", topologyKey: topology.kubernetes.io/zone}]}}";
    }

    private static String spread(String more) {
        return "topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable:"
                + " DoNotSchedule, labelSelector: {matchLabels: {app: web}}" + more + "}]";
    }

    private static final String TAINTED_C = zones("a", "b")
            + node("n3", "topology.kubernetes.io/zone: c", "spec: {taints: [{key: k, value: v, effect: NoSchedule}]}");

    private static final String WEB_IN_A_AND_B =
            running("default", "w1", "app: web", "nodeName: n1") + running("default", "w2", "app: web", "nodeName: n2");

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "mismatchLabelKeys keep away from the pods of others only",
                        zones("a", "b")
                                + running("default", "mine", "tenant: a", "nodeName: n2")
                                + running("default", "theirs", "tenant: b", "nodeName: n1"),
                        pod(
                                "tenant: a",
                                affinity(
                                        "podAntiAffinity",
                                        "labelSelector: {matchExpressions: [{key: tenant, operator: Exists}]},"
                                                + " mismatchLabelKeys: [tenant]")),
                        "Successfully assigned default/p to n2"),
                new Row(
                        "a namespaceSelector finds pods of the namespaces it selects",
                        zones("a", "b")
                                + "---\n{apiVersion: v1, kind: Namespace, metadata: {name: data, labels: {team: x}}}\n"
                                + running("data", "db", "app: db", "nodeName: n2")
                                + running("other", "db", "app: db", "nodeName: n1"),
                        pod(
                                "",
                                affinity(
                                        "podAffinity",
                                        "labelSelector: {matchLabels: {app: db}}, namespaceSelector: {matchLabels: {team: x}}")),
                        "Successfully assigned default/p to n2"),
                new Row(
                        "an empty namespaceSelector means all namespaces",
                        zones("a", "b") + running("other", "db", "app: db", "nodeName: n1"),
                        pod(
                                "",
                                affinity(
                                        "podAntiAffinity",
                                        "labelSelector: {matchLabels: {app: db}}, namespaceSelector: {}")),
                        "Successfully assigned default/p to n2"),
                new Row(
                        "a zone whose taint the pod does not tolerate counts as empty",
                        TAINTED_C + WEB_IN_A_AND_B,
                        pod("app: web", spread("")),
                        "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 node(s) didn't match pod topology"
                                + " spread constraints."),
                new Row(
                        "unless nodeTaintsPolicy honors taints",
                        TAINTED_C + WEB_IN_A_AND_B,
                        pod("app: web", spread(", nodeTaintsPolicy: Honor")),
                        "Successfully assigned default/p to n"),
                new Row(
                        "and a zone that the node selector rules out does not count",
                        zones("a", "b", "c") + running("default", "w1", "app: web", "nodeName: n1"),
                        pod("app: web", "nodeSelector: {kubernetes.io/hostname: n1}\n" + spread("")),
                        "Successfully assigned default/p to n1"),
                new Row(
                        "unless nodeAffinityPolicy ignores it",
                        zones("a", "b", "c") + running("default", "w1", "app: web", "nodeName: n1"),
                        pod(
                                "app: web",
                                "nodeSelector: {kubernetes.io/hostname: n1}\n"
                                        + spread(", nodeAffinityPolicy: Ignore")),
                        "0/3 nodes are available: 1 node(s) didn't match pod topology spread constraints, 2 node(s) didn't"
                                + " match Pod's node affinity/selector."),
                new Row(
                        "with too few domains the emptiest counts as empty",
                        zones("a", "b") + WEB_IN_A_AND_B,
                        pod("app: web", spread(", minDomains: 3")),
                        "0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints."),
                new Row(
                        "matchLabelKeys count pods of the same revision only",
                        zones("a", "b")
                                + running("default", "o1", "app: web, rev: old", "nodeName: n2")
                                + running("default", "o2", "app: web, rev: old", "nodeName: n2")
                                + running("default", "new", "app: web, rev: new", "nodeName: n1"),
                        pod("app: web, rev: new", spread(", matchLabelKeys: [rev]")),
                        "Successfully assigned default/p to n2"),
                new Row(
                        "what a pod requests as a whole counts for its containers",
                        zones("a"),
                        asking("1", "resources: {requests: {cpu: 5}}"),
                        "0/1 nodes are available: 1 Insufficient cpu."),
                new Row(
                        "overhead comes on top",
                        zones("a"),
                        asking("3800m", "overhead: {cpu: 300m}"),
                        "0/1 nodes are available: 1 Insufficient cpu."),
                new Row(
                        "sidecars run beside the init containers behind them",
                        zones("a"),
                        asking(
                                "1",
                                """
                                initContainers:
                                - {name: s, image: i, restartPolicy: Always, resources: {requests: {cpu: 2}}}
                                - {name: i, image: i, resources: {requests: {cpu: 2100m}}}
                                """),
                        "0/1 nodes are available: 1 Insufficient cpu."),
                new Row(
                        "but not beside those before them",
                        zones("a"),
                        asking(
                                "1",
                                """
                                initContainers:
                                - {name: i, image: i, resources: {requests: {cpu: 2100m}}}
                                - {name: s, image: i, restartPolicy: Always, resources: {requests: {cpu: 2}}}
                                """),
                        "Successfully assigned default/p to n1"),
                new Row(
                        "a pod that is being made smaller holds what it still has",
                        zones("a")
                                + running("default", "large", "", "nodeName: n1")
                                        .replace("image: i}", "image: i, resources: {requests: {cpu: 1}}}")
                                + "status: {containerStatuses: [{name: c, image: i, imageID: i, ready: true, restartCount: 0,"
                                + " allocatedResources: {cpu: 3}, resources: {requests: {cpu: 3}}}]}\n",
                        asking("2", ""),
                        "0/1 nodes are available: 1 Insufficient cpu."),
                new Row(
                        "a port on one address leaves the others",
                        zones("a")
                                + running("default", "w", "", "nodeName: n1")
                                        .replace(
                                                "image: i}",
                                                "image: i, ports: [{containerPort: 1, hostPort: 80, hostIP: 127.0.0.1}]}"),
                        pod("", "")
                                .replace(
                                        "image: i}",
                                        "image: i, ports: [{containerPort: 1, hostPort: 80, hostIP: 10.0.0.1}]}"),
                        "Successfully assigned default/p to n1"),
                new Row(
                        "but not the one for all",
                        zones("a")
                                + running("default", "w", "", "nodeName: n1")
                                        .replace(
                                                "image: i}",
                                                "image: i, ports: [{containerPort: 1, hostPort: 80, hostIP: 127.0.0.1}]}"),
                        pod("", "").replace("image: i}", "image: i, ports: [{containerPort: 1, hostPort: 80}]}"),
                        "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports."),
                new Row(
                        "a volume's old zone label means the new one of nodes",
                        zones("a", "b")
                                + """
                                ---
                                apiVersion: v1
                                kind: PersistentVolume
                                metadata: {name: v, labels: {failure-domain.beta.kubernetes.io/zone: b__c}}
                                spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]}
                                ---
                                apiVersion: v1
                                kind: PersistentVolumeClaim
                                metadata: {namespace: default, name: data, annotations: {pv.kubernetes.io/bind-completed: "yes"}}
                                spec: {volumeName: v, accessModes: [ReadWriteOnce]}
                                """,
                        pod("", "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"),
                        "Successfully assigned default/p to n2"),
                new Row(
                        "who needs a claim that one pod alone may use evicts a less important one",
                        zones("a", "b")
                                + """
                                ---
                                apiVersion: v1
                                kind: PersistentVolume
                                metadata: {name: v}
                                spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOncePod]}
                                ---
                                apiVersion: v1
                                kind: PersistentVolumeClaim
                                metadata: {namespace: default, name: data, annotations: {pv.kubernetes.io/bind-completed: "yes"}}
                                spec: {volumeName: v, accessModes: [ReadWriteOncePod]}
                                """
                                + running(
                                        "default",
                                        "holder",
                                        "",
                                        "nodeName: n1, volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"),
                        pod("", "priority: 10\nvolumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"),
                        "0/2 nodes are available: 2 node has pod using PersistentVolumeClaim with the same name and"
                                + " ReadWriteOncePod access mode. evicts holder"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void decides(Row row) {
        var placement =
                on(row.cluster()).place(CODEC.decode(Codec.readTree(row.pod(), ReadOptions.strict()), Pod.class));
        var plan = placement.preemption();
        assertThat(
                        plan == null
                                ? placement.explain()
                                : placement.explain() + " evicts "
                                        + plan.victims()
                                                .pods()
                                                .get(0)
                                                .pod()
                                                .metadata()
                                                .name())
                .startsWith(row.answer());
    }

    private static Scheduling on(String cluster) {
        var nodes = new ArrayList<Node>();
        var pods = new ArrayList<Pod>();
        var others = new ArrayList<KubernetesObject>();
        for (var object : CODEC.readAll(cluster, ReadOptions.strict())) {
            if (object instanceof Node node) {
                nodes.add(node);
            } else if (object instanceof Pod pod) {
                pods.add(pod);
            } else {
                others.add(object);
            }
        }
        return Scheduling.on(nodes, pods).with(others);
    }

    /** What configurations say of plugins. */
    static Stream<Row> configured() {
        return Stream.of(
                new Row(
                        "affinity that a profile adds is told as the profile's",
                        zones("a", "b"),
                        "NodeAffinity: {addedAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:"
                                + " [{matchExpressions: [{key: x, operator: Exists}]}]}}}",
                        "0/2 nodes are available: 2 node(s) didn't match scheduler-enforced node affinity."),
                new Row(
                        "a rising line prefers the fuller node",
                        zones("a", "b")
                                + running("default", "w", "", "nodeName: n2")
                                        .replace(
                                                "image: i}", "image: i, resources: {requests: {cpu: 2, memory: 4Gi}}}"),
                        "NodeResourcesFit: {scoringStrategy: {type: RequestedToCapacityRatio, resources: [{name: cpu, weight:"
                                + " 3}], requestedToCapacityRatio: {shape: [{utilization: 0, score: 0}, {utilization: 100,"
                                + " score: 10}]}}}",
                        "Successfully assigned default/p to n2"),
                new Row(
                        "constraints of the profile pass over pods that no service or owner selects",
                        zones("a", "b") + running("default", "w", "app: web", "nodeName: n1"),
                        "PodTopologySpread: {defaultingType: List, defaultConstraints: [{maxSkew: 1, topologyKey: rack,"
                                + " whenUnsatisfiable: DoNotSchedule}]}",
                        "Successfully assigned default/p to n2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configured")
    void decidesAsConfigured(Row row) {
        var args = row.pod().split(": ", 2);
        var profile = SchedulerConfiguration.read(
                        """
                        apiVersion: kubescheduler.config.k8s.io/v1
                        kind: KubeSchedulerConfiguration
                        profiles: [{pluginConfig: [{name: %s, args: %s}]}]
                        """
                                .formatted(args[0], args[1]))
                .profiles()
                .get(0);
        var pod = CODEC.decode(Codec.readTree(pod("app: web", ""), ReadOptions.strict()), Pod.class);
        assertThat(on(row.cluster()).by(profile).place(pod).explain()).startsWith(row.answer());
    }
}
