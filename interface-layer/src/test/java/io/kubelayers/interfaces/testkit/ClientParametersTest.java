package io.kubelayers.interfaces.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests ask for clients of other projects by a parameter. */
@KubelayersTest(nodes = 2)
class ClientParametersTest {
    private static final Set<KubernetesSerialization> SHARED = ConcurrentHashMap.newKeySet();

    private KubernetesClient prepared;

    @BeforeEach
    void prepare(KubernetesClient client) {
        prepared = client;
    }

    @Test
    void a_client_is_enough(KubernetesClient client) {
        assertThat(client.nodes().list().getItems())
                .extracting(node -> node.getMetadata().getName())
                .containsExactly("node-1", "node-2");
        assertThat(client).isSameAs(prepared);
    }

    @Test
    void all_clients_of_a_test_see_its_cluster(Cluster cluster, KubernetesClient fabric8, ApiClient clientJava)
            throws Exception {
        fabric8.nodes().withName("node-2").delete();
        assertThat(new CoreV1Api(clientJava).listNode().execute().getItems()).hasSize(1);
        assertThat(cluster.lister(Node.class).list()).hasSize(1);
    }

    @RepeatedTest(2)
    void tests_of_a_class_share_what_jackson_knows_of_the_model(Cluster cluster, KubernetesClient client) {
        SHARED.add(client.getKubernetesSerialization());
        assertThat(SHARED).hasSize(1);
        try (var other = Fabric8Clients.on(cluster)) {
            assertThat(SHARED).doesNotContain(other.getKubernetesSerialization());
        }
    }
}
