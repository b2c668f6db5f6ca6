package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Cluster IPs and node ports are given once, whoever asks when. */
class ServiceAddressesTest {
    private static final int WRITERS = 4;
    private static final int SERVICES = 50;

    private static ApplicationLayer layer() {
        return ApplicationLayer.standard()
                .serviceRanges(AddressBlock.of("10.0.0.0/24"))
                .nodePorts(new NodePortRange(30000, 30000 + WRITERS * SERVICES - 1));
    }

    private static Service service(String name) {
        return ServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .spec(ServiceSpecBuilder.builder()
                        .type(Service.Type.NODE_PORT)
                        .ports(List.of(ServicePortBuilder.builder()
                                .port(80)
                                .targetPort(IntOrString.of(80))
                                .build()))
                        .build())
                .build();
    }

    /** As upstream, whose storage of the status allocates nothing but lets updates create. */
    @Test
    void aServiceThatIsCreatedByItsStatusGetsNone() {
        try (var cluster = Cluster.builder().layers(layer()).start()) {
            var services = cluster.client().on(Service.class);
            var status = Service.Status.EMPTY.withLoadBalancer(new Service.LoadBalancerStatus(
                    List.of(new Service.LoadBalancerIngress("192.0.2.1", null, null, List.of()))));

            var created = services.updateStatus(service("web").withStatus(status));

            assertThat(created.spec().clusterIP()).isNull();
            assertThat(created.spec().clusterIPs()).isEmpty();
            assertThat(created.spec().ports().get(0).nodePort()).isZero();
            assertThat(created.status()).isEqualTo(Service.Status.EMPTY);
            assertThat(created.metadata().managedFields())
                    .extracting(ManagedFieldsEntry::subresource)
                    .containsOnly("status");
            assertThat(services.get("default", "web").spec()).isEqualTo(created.spec());
        }
    }

    @Test
    void writersOnThreadsGetDifferentOnes() throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try (var cluster = Cluster.builder().layers(layer()).startThreads()) {
            var work = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var prefix = "web-" + writer + "-";
                work.add(() -> {
                    for (int i = 0; i < SERVICES; i++) {
                        cluster.client().create(service(prefix + i));
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            var services = cluster.client().on(Service.class).list("default").items();
            assertThat(services)
                    .filteredOn(service -> service.spec().type().equals(Service.Type.NODE_PORT))
                    .hasSize(WRITERS * SERVICES)
                    .extracting(service -> service.spec().ports().get(0).nodePort())
                    .doesNotHaveDuplicates();
            assertThat(services)
                    .extracting(service -> service.spec().clusterIP())
                    .doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatARefusedServiceAskedForIsFreeAgain() {
        try (var cluster = Cluster.builder().layers(layer()).start()) {
            var wanted = service("web");
            wanted = wanted.withSpec(wanted.spec().withClusterIP("10.0.0.7"));
            var broken = wanted.withSpec(wanted.spec().withSessionAffinity("Sometimes"));
            assertThatThrownBy(() -> cluster.client().create(broken)).isInstanceOf(ApiException.class);
            assertThat(cluster.client().create(wanted).spec().clusterIP()).isEqualTo("10.0.0.7");
            assertThat(addresses(cluster)).containsExactly("10.0.0.1", "10.0.0.7");
        }
    }

    @Test
    void anAddressIsAnObjectAsLongAsAServiceHoldsIt() {
        try (var cluster = Cluster.builder().layers(layer()).start()) {
            var ip = cluster.client().create(service("web")).spec().clusterIP();
            var address = cluster.client().on(IPAddress.class).get("", String.valueOf(ip));
            assertThat(address.spec().parentRef())
                    .isEqualTo(new IPAddress.ParentReference("", "services", "default", "web"));
            assertThat(address.metadata().labels())
                    .containsEntry("ipaddress.kubernetes.io/managed-by", "ipallocator.k8s.io")
                    .containsEntry("ipaddress.kubernetes.io/ip-family", "IPv4");

            cluster.client().on(IPAddress.class).delete("", String.valueOf(ip));
            cluster.settle();
            assertThat(addresses(cluster)).containsExactly("10.0.0.1", ip); // made anew

            cluster.client().on(Service.class).delete("default", "web");
            assertThat(addresses(cluster)).containsExactly("10.0.0.1"); // that of the API server's own service
        }
    }

    private static List<String> addresses(Cluster cluster) {
        return cluster.lister(IPAddress.class).list().stream()
                .map(address -> address.metadata().nameOrEmpty())
                .toList();
    }

    @Test
    void anAddressThatSomebodyReservedIsGivenToNobody() {
        try (var cluster = Cluster.builder().layers(layer()).start()) {
            cluster.client()
                    .create(IPAddressBuilder.builder()
                            .metadata(
                                    ObjectMetaBuilder.builder().name("10.0.0.7").build())
                            .spec(new IPAddress.Spec(
                                    new IPAddress.ParentReference("example.com", "gateways", "default", "front")))
                            .build());
            var wanted = service("web");
            var taken = wanted.withSpec(wanted.spec().withClusterIP("10.0.0.7"));
            assertThatThrownBy(() -> cluster.client().create(taken))
                    .hasMessageContaining("failed to allocate IP 10.0.0.7: provided IP is already allocated");
        }
    }
}
