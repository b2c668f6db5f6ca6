package io.kubelayers.interfaces.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenClusterTest {
    /** As kubectl writes it: two nodes, a pod on one and one that waits, all with uids. */
    private static final String DUMP =
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Node
              metadata: {name: n1, uid: u1, resourceVersion: "7"}
              spec: {fieldOfTheFuture: 1}
              status: {allocatable: {cpu: "4", memory: 8Gi, pods: "110"}}
            - apiVersion: v1
              kind: Pod
              metadata:
                {name: web-abc-x, namespace: shop, uid: u2, labels: {app: web, pod-template-hash: abc}, ownerReferences:
                  [{apiVersion: apps/v1, kind: ReplicaSet, name: web-abc, uid: u3, controller: true}]}
              spec: {nodeName: n1, containers: [{name: c, image: i, resources: {requests: {cpu: "3"}}}]}
              status: {phase: Running}
            - apiVersion: v1
              kind: Pod
              metadata: {name: waits, namespace: shop, uid: u4}
              spec: {containers: [{name: c, image: i, resources: {requests: {cpu: "2"}}}]}
              status: {phase: Pending}
            - apiVersion: v1
              kind: Pod
              metadata: {name: done, namespace: shop, uid: u5}
              spec: {containers: [{name: c, image: i}]}
              status: {phase: Succeeded}
            - apiVersion: v1
              kind: LimitRange
              metadata: {name: limits, namespace: shop, uid: u6}
              spec: {limits: [{type: Container, defaultRequest: {cpu: 500m}}]}
            - apiVersion: scheduling.k8s.io/v1
              kind: PriorityClass
              metadata: {name: vip, uid: u7}
              value: 1000
            """;

    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {priorityClassName: vip, containers: [{name: c, image: i}]}
            """;

    private static GivenCluster read(String... texts) {
        var all = new Manifests(List.of());
        for (int i = 0; i < texts.length; i++) {
            all = all.and(Manifests.of("f" + i + ".yaml", texts[i]));
        }
        return GivenCluster.read(all);
    }

    private static List<String> names(List<Pod> pods) {
        return pods.stream().map(pod -> pod.metadata().nameOrEmpty()).toList();
    }

    @Test
    void inADumpPodsOnNodesCountAndPodsWithoutOneWait() {
        var given = read(DUMP);

        assertThat(given.nodes()).hasSize(1);
        assertThat(names(given.placed())).containsExactly("web-abc-x");
        assertThat(names(given.waiting())).containsExactly("waits");
        assertThat(given.refused()).isEmpty();
        assertThat(given.scheduling().place(given.waiting().get(0)).explain())
                .startsWith("0/1 nodes are available: 1 Insufficient cpu.");
    }

    @Test
    void manifestsAreAdmittedByWhatTheDumpTellsAndTakeThePlaceOfWhatIsThere() {
        var given = read(DUMP, DEPLOYMENT);

        assertThat(given.refused()).isEmpty();
        assertThat(given.placed()).as("pods of the Deployment as it was").isEmpty();
        assertThat(given.waiting()).hasSize(3).anySatisfy(pod -> {
            assertThat(pod.metadata().name()).startsWith("web-").endsWith("-1");
            assertThat(pod.spec().priority()).as("of the class").isEqualTo(1000);
            assertThat(pod.spec().containers().get(0).resources().requests())
                    .as("of the limit range")
                    .containsKey("cpu");
        });
    }

    @Test
    void whatTheServerRefusesIsToldWithItsLine() {
        var given = read(
                DUMP,
                DEPLOYMENT.replace("priorityClassName: vip", "priorityClassName: nobody"),
                "apiVersion: v1\nkind: Pod\nmetadata:\n  name: UPPER\nspec: {containers: [{name: c, image: i}]}\n",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: i}],\n nodName: n}\n");

        assertThat(given.refused())
                .hasSize(3)
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).isEqualTo("f3.yaml:5: unknown field \"spec.nodName\""),
                        text -> assertThat(text)
                                .startsWith("f2.yaml:4: Pod \"UPPER\" is invalid: metadata.name: Invalid value"),
                        text -> assertThat(text)
                                .startsWith("f1.yaml:1: creating web-")
                                .endsWith("no PriorityClass with name nobody was found"));
    }

    @Test
    void aFileThatIsNoYamlIsNamedWithTheLine() {
        assertThatThrownBy(() -> read("a: [1\nb: 2\n"))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("f0.yaml:2:");
    }

    @Test
    void fromScratchEverythingThatMayMoveWaits() {
        var given = read(DUMP).fromScratch();
        assertThat(given.placed()).isEmpty();
        assertThat(names(given.waiting())).containsExactly("web-abc-x", "waits");
    }

    @Test
    void daemonsAreTakenOffWhatANewNodeOffers() {
        var given = read(
                """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: logs}
                spec:
                  selector: {matchLabels: {app: logs}}
                  template:
                    metadata: {labels: {app: logs}}
                    spec: {containers: [{name: c, image: i, resources: {requests: {cpu: 250m}}}]}
                """);
        var left = given.afterDaemons(new NodeTemplate().cpu("2").build("m"))
                .status()
                .allocatable();
        assertThat(left.get("cpu")).hasToString("1750m");
        assertThat(left.get("pods")).hasToString("109");
    }

    @Test
    void claimsThatAreProvisionedAtOnceAreBound() {
        var given = read(
                """
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: csi.example.com,
                 volumeBindingMode: Immediate}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {storageClassName: fast,
                 accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: db}, spec: {containers: [{name: c, image: i}],
                 volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {capacity: {cpu: 1, memory: 1Gi, pods: 9}}}
                """);
        assertThat(given.refused()).isEmpty();
        assertThat(given.scheduling().place(given.waiting().get(0)).node()).isEqualTo("n1");
    }
}
