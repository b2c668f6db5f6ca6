package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.ClusterSetup;
import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import org.junit.jupiter.api.Test;

/** Who fabric8's client acts as, and what they may. */
@KubelayersTest(nodes = 0, manifests = "jane.yaml")
class Fabric8AccessTest {
    @ClusterSetup
    static void tokens(ClusterBuilder cluster) {
        cluster.layers(AuthenticationLayer.standard());
    }

    private static boolean maySeePods(KubernetesClient client, String namespace) {
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withNamespace(namespace)
                        .withVerb("list")
                        .withResource("pods")
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed();
    }

    @Test
    void a_user_may_what_their_roles_say(Cluster cluster) {
        try (var jane = Fabric8Clients.on(cluster, "jane")) {
            assertThat(maySeePods(jane, "shop")).isTrue();
            assertThat(maySeePods(jane, "default")).isFalse();
            assertThat(jane.pods().inNamespace("shop").list().getItems()).isEmpty();
            assertThatThrownBy(() -> jane.pods().inNamespace("default").list())
                    .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                        assertThat(refused.getCode()).isEqualTo(403);
                        assertThat(refused.getStatus().getMessage())
                                .isEqualTo("pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group"
                                        + " \"\" in the namespace \"default\"");
                    });
        }
    }

    @Test
    void an_administrator_may_act_for_a_user(Cluster cluster) {
        var original = Fabric8Clients.builder(cluster, io.kubelayers.nucleus.access.Users.admin());
        try (var jane = original.editOrNewConfig()
                .withImpersonateUsername("jane")
                .endConfig()
                .build()) {
            assertThat(maySeePods(jane, "shop")).isTrue();
            assertThat(maySeePods(jane, "default")).isFalse();
        }
    }

    @Test
    void a_token_stands_for_an_account(Cluster cluster, KubernetesClient client) {
        var asked = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(3600L)
                .endSpec()
                .build();
        var token = client.serviceAccounts()
                .inNamespace("shop")
                .withName("default")
                .tokenRequest(asked)
                .getStatus()
                .getToken();
        try (var server = ApiServerHttp.serve(
                        cluster.server(), ServeOptions.loopback().withTls(false));
                var account = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                                .withMasterUrl(server.url())
                                .withOauthToken(token)
                                .build())
                        .build()) {
            assertThat(maySeePods(account, "shop")).isTrue();
            assertThat(maySeePods(account, "default")).isFalse();
        }
    }
}
