package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubernetes.client.ProtoClient;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.extended.kubectl.Kubectl;
import io.kubernetes.client.extended.kubectl.KubectlRollout;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.util.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What client-java does the way kubectl does it, and in protobuf. */
@KubelayersTest(nodes = 1)
class ClientJavaKubectlTest {
    static {
        // the messages of upstream were compiled by an older protoc; it warns of each
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
    }

    private static <T extends KubernetesObject> T workload(Class<T> kind, String containers) throws Exception {
        return kind.cast(Yaml.load(
                """
                apiVersion: apps/v1
                kind: %s
                metadata: {name: web, namespace: default}
                spec:
                  selector: {matchLabels: {app: web}}
                  template: {metadata: {labels: {app: web}}, spec: {containers: [%s]}}
                """
                        .formatted(kind.getSimpleName().substring("V1".length()), containers)));
    }

    private static <T extends KubernetesObject> KubectlRollout<T>.KubectlRolloutHistory history(
            Class<T> kind, ApiClient client) {
        var history = Kubectl.rollout(kind).history();
        history.apiClient(client).namespace("default").name("web");
        return history;
    }

    @ParameterizedTest
    @ValueSource(classes = {V1DaemonSet.class, V1Deployment.class, V1StatefulSet.class})
    <T extends KubernetesObject> void each_rollout_is_in_the_history(Class<T> kind, Cluster cluster, ApiClient client)
            throws Exception {
        Kubectl.create(kind)
                .apiClient(client)
                .resource(workload(kind, "{name: a, image: nginx}"))
                .execute();
        cluster.settle();
        assertThat(history(kind, client).execute()).hasSize(1);

        Kubectl.replace(kind)
                .apiClient(client)
                .resource(workload(kind, "{name: a, image: nginx}, {name: b, image: busybox}"))
                .execute();
        cluster.settle();
        assertThat(history(kind, client).execute()).hasSize(2);
        assertThat(history(kind, client).revision(2).execute().getSpec().getContainers())
                .extracting("name")
                .containsExactly("a", "b");
    }

    @Test
    void a_node_is_drained(ApiClient client) throws Exception {
        var node = Kubectl.get(V1Node.class)
                .apiClient(client)
                .execute()
                .get(0)
                .getMetadata()
                .getName();
        assertThat(Kubectl.drain()
                        .gracePeriod(0)
                        .apiClient(client)
                        .name(node)
                        .execute()
                        .getSpec()
                        .getUnschedulable())
                .isTrue();
    }

    @Test
    void objects_go_and_come_in_protobuf(ApiClient client) throws Exception {
        var proto = new ProtoClient(client);
        var shop = V1.Namespace.newBuilder()
                .setMetadata(Meta.ObjectMeta.newBuilder().setName("shop"))
                .build();
        assertThat(proto.create(shop, "/api/v1/namespaces", "v1", "Namespace")
                        .object
                        .getStatus()
                        .getPhase())
                .isEqualTo("Active");
        ProtoClient.ObjectOrStatus<V1.NamespaceList> list =
                proto.list(V1.NamespaceList.newBuilder(), "/api/v1/namespaces");
        assertThat(list.object.getItemsList())
                .extracting(item -> item.getMetadata().getName())
                .contains("shop", "default");
        ProtoClient.ObjectOrStatus<V1.Namespace> gone =
                proto.delete(V1.Namespace.newBuilder(), "/api/v1/namespaces/shop");
        assertThat(gone.object.getStatus().getPhase()).isEqualTo("Terminating");
        ProtoClient.ObjectOrStatus<V1.Namespace> none = proto.get(V1.Namespace.newBuilder(), "/api/v1/namespaces/nope");
        assertThat(none.status.getReason()).isEqualTo("NotFound");
    }
}
