package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges of cluster IPs come and go while a cluster runs. */
class ServiceCidrTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard().serviceRanges(AddressBlock.of("10.0.0.0/30"))) // two addresses
            .start();

    @BeforeEach
    void settle() {
        cluster.settle();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Service create(String name) {
        return cluster.client()
                .create(ServiceBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .name(name)
                                .namespace("default")
                                .build())
                        .spec(ServiceSpecBuilder.builder()
                                .ports(List.of(
                                        ServicePortBuilder.builder().port(80).build()))
                                .build())
                        .build());
    }

    private void range(String name, String cidr) {
        cluster.client()
                .create(ServiceCIDRBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder().name(name).build())
                        .spec(new ServiceCIDR.Spec(List.of(cidr)))
                        .build());
        cluster.settle();
    }

    private void delete(String name) {
        cluster.client().on(ServiceCIDR.class).delete("", name);
        cluster.settle();
    }

    private String ready(String name) {
        var condition =
                ServiceRanges.condition(cluster.client().on(ServiceCIDR.class).get("", name));
        return condition == null ? "" : condition.status() + ": " + condition.message();
    }

    private List<String> names() {
        return cluster.lister(ServiceCIDR.class).list().stream()
                .map(cidr -> cidr.metadata().nameOrEmpty())
                .toList();
    }

    @Test
    void theRangeAClusterIsMadeWithIsAnObject() {
        assertThat(cluster.client()
                        .on(ServiceCIDR.class)
                        .get("", "kubernetes")
                        .spec()
                        .cidrs())
                .containsExactly("10.0.0.0/30");
        assertThat(ready("kubernetes")).isEqualTo("True: Kubernetes Service CIDR is ready");
    }

    @Test
    void anotherRangeHelpsWhenTheFirstIsFull() {
        assertThat(create("a").spec().clusterIP()).isEqualTo("10.0.0.2");
        assertThatThrownBy(() -> create("b")).hasMessageContaining("failed to allocate a serviceIP: range is full");
        range("more", "10.1.0.0/28");
        assertThat(create("b").spec().clusterIP()).startsWith("10.1.0.");
    }

    @Test
    void aRangeStaysAsLongAsAServiceHasAnAddressInItAlone() {
        create("a");
        range("more", "10.1.0.0/28");
        create("b");
        delete("more");
        assertThat(ready("more"))
                .isEqualTo(
                        "False: There are still IPAddresses referencing the ServiceCIDR, please remove them or create a"
                                + " new ServiceCIDR");
        assertThatThrownBy(() -> create("c")).hasMessageContaining("range is full");

        cluster.client().on(Service.class).delete("default", "b");
        cluster.advance(Duration.ofSeconds(11));
        assertThat(names()).containsExactly("kubernetes");
    }

    @Test
    void aWriteOfTheStatusLeavesTheLabels() {
        var ranges = cluster.client().on(ServiceCIDR.class);
        range("more", "10.0.1.0/24");
        var range = ranges.get("", "more");
        ranges.updateStatus(range.withMetadata(range.metadata().withLabels(Map.of("a", "b"))));
        assertThat(ranges.get("", "more").metadata().labels()).isEmpty();
    }

    @Test
    void aWriteOfTheRangeBringsItsStatus() {
        var ranges = cluster.client().on(ServiceCIDR.class);
        range("more", "10.0.1.0/24");
        assertThat(ranges.get("", "more").status()).isNotEqualTo(ServiceCIDR.Status.EMPTY);
        var range = ranges.get("", "more").withStatus(ServiceCIDR.Status.EMPTY);
        assertThat(cluster.client().update(range).status()).isEqualTo(ServiceCIDR.Status.EMPTY);
    }

    @Test
    void aRangeInsideAnotherMayGoAtAnyTime() {
        create("a");
        range("more", "10.1.0.0/28");
        create("b");
        range("wide", "10.1.0.0/24");
        delete("more");
        cluster.advance(Duration.ofSeconds(9));
        assertThat(names()).contains("more"); // somebody might still be taking from it
        cluster.advance(Duration.ofSeconds(2));
        assertThat(names()).containsExactly("kubernetes", "wide");
    }
}
