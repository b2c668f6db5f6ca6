package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.field;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.quota;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.rbac;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.Pods;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 0, manifests = "shop.yaml")
class RequestAssertTest {
    private final Pod modest =
            Pods.named("dev/modest").cpu("1").label("team", "dev").build();
    private final Pod greedy = Pods.named("dev/greedy").cpu("3").build();

    @Test
    void asking_leaves_no_trace(Cluster cluster) {
        for (int i = 0; i < 10; i++) {
            assertThat(cluster).request(modest).isAccepted().hasLabel("team", "dev");
        }
        assertThat(cluster).hasNo(Pod.class, "dev/modest");
    }

    @Test
    void knows_what_is_behind_a_refusal(Cluster cluster) {
        assertThat(cluster).request(greedy).isRejected().isRejectedBy(quota("dev"));
        assertThat(cluster).request(greedy).isRejectedWith(403, "exceeded quota: dev");
        assertThat(cluster).user("joe").request(modest).isRejectedBy(rbac());
        assertThat(cluster)
                .request(Pods.named("shop/Web").build())
                .isRejectedBy(field("metadata.name"))
                .isRejectedWith(422, "Invalid value: \"Web\"");
    }

    @Test
    void deletes_and_updates_too(Cluster cluster) {
        assertThat(cluster).user("joe").deletion(Namespace.class, "dev").isRejectedBy(rbac());
        assertThat(cluster)
                .user("root", "system:masters")
                .deletion(Namespace.class, "dev")
                .isAccepted();
        var renamed = cluster.client().on(Namespace.class).get("", "dev");
        assertThat(cluster)
                .request(renamed.withMetadata(renamed.metadata()
                        .withLabels(java.util.Map.of("kubernetes.io/metadata.name", "dev", "team", "dev"))))
                .isAccepted()
                .hasLabel("team", "dev");
    }

    private static final String QUOTA_REFUSES =
            """

            But:      403 pods "greedy" is forbidden: exceeded quota: dev, requested: requests.cpu=3, used: requests.cpu=0, limited: requests.cpu=2
            Why:
              - greedy: pods "greedy" is forbidden: exceeded quota: dev, requested: requests.cpu=3, used: requests.cpu=0, limited: requests.cpu=2 [quota.admit]
                - dev: exceeded quota: dev, requested: requests.cpu=3, used: requests.cpu=0, limited: requests.cpu=2 (requested requests.cpu=3, used requests.cpu=0, hard requests.cpu=2) [quota.exceeded]""";

    @Test
    void tells_who_refuses(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).request(greedy).isAccepted())
                .hasMessage("\nExpected: create of Pod dev/greedy by kubernetes-admin is accepted" + QUOTA_REFUSES);
        assertThatThrownBy(() -> assertThat(cluster).request(greedy).isRejectedBy(quota("prod")))
                .hasMessage("\nExpected: create of Pod dev/greedy by kubernetes-admin is rejected by quota \"prod\""
                        + QUOTA_REFUSES);
        assertThatThrownBy(() -> assertThat(cluster).request(greedy).isRejectedWith(422, "exceeded quota"))
                .hasMessage(
                        "\nExpected: create of Pod dev/greedy by kubernetes-admin is rejected with 422 \"exceeded quota\""
                                + QUOTA_REFUSES);
    }

    @Test
    void tells_that_nobody_refuses(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).request(modest).isRejectedBy(quota("dev")))
                .hasMessage(
                        """

                        Expected: create of Pod dev/modest by kubernetes-admin is rejected by quota "dev"
                        But:      it is accepted""");
    }
}
