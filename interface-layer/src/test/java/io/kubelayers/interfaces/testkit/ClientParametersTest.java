package io.kubelayers.interfaces.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests ask for clients of other projects by a parameter. */
@KubelayersTest(nodes = 2)
class ClientParametersTest {
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
}
