package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .nodes(1, node -> node)
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void apply(String text) {
        cluster.apply(Manifests.of("objects", text));
        cluster.settle().advance(Duration.ofSeconds(30));
    }

    private Endpoints endpoints() {
        return cluster.client().on(Endpoints.class).get("default", "web");
    }

    private List<EndpointSlice> slices(String manager) {
        return cluster.lister(EndpointSlice.class).list("default").stream()
                .filter(slice -> manager.equals(slice.metadata().labels().get(SliceLabels.MANAGED_BY)))
                .toList();
    }

    @Test
    void aServiceHasTheAddressesOfItsPods() {
        apply(
                "{apiVersion: v1, kind: Service, metadata: {name: web, labels: {tier: front}}, spec: {selector: {app: web},"
                        + " ports: [{name: http, port: 80, targetPort: 8080}]}}");
        assertThat(endpoints().subsets()).isEmpty();
        apply("{apiVersion: v1, kind: Pod, metadata: {name: web-0, labels: {app: web}}, spec: {containers: [{name: c,"
                + " image: i}]}}");
        assertThat(endpoints().metadata().labels())
                .containsEntry("tier", "front")
                .containsEntry("endpoints.kubernetes.io/managed-by", "endpoint-controller");
        assertThat(endpoints().subsets()).singleElement().satisfies(subset -> {
            assertThat(subset.notReadyAddresses()).isEmpty();
            assertThat(subset.addresses()).singleElement().satisfies(address -> {
                assertThat(address.nodeName()).isEqualTo("node-1");
                assertThat(address.targetRef().name()).isEqualTo("web-0");
            });
            assertThat(subset.ports()).singleElement().satisfies(port -> {
                assertThat(port.name()).isEqualTo("http");
                assertThat(port.port()).isEqualTo(8080);
            });
        });
        cluster.client().on(Service.class).delete("default", "web");
        cluster.settle();
        assertThat(cluster.lister(Endpoints.class).get("default", "web")).isEmpty();
    }

    @Test
    void endpointsKeptByHandAreRepeatedAsSlices() {
        apply("{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}");
        apply("{apiVersion: v1, kind: Endpoints, metadata: {name: web, labels: {a: b}}, subsets: [{addresses: [{ip:"
                + " 10.9.0.1}], notReadyAddresses: [{ip: 10.9.0.2}], ports: [{port: 80}]}]}");
        assertThat(slices(MirroredSlices.CONTROLLER)).singleElement().satisfies(slice -> {
            assertThat(slice.metadata().generateName()).isEqualTo("web-");
            assertThat(slice.metadata().labels())
                    .containsEntry("a", "b")
                    .containsEntry(SliceLabels.SERVICE_NAME, "web");
            assertThat(slice.endpoints())
                    .extracting(endpoint ->
                            endpoint.addresses() + " " + endpoint.conditions().ready())
                    .containsExactly("[10.9.0.1] true", "[10.9.0.2] false");
        });
        var labelled = endpoints();
        cluster.client()
                .update(labelled.withMetadata(
                        labelled.metadata().withLabels(Map.of("endpointslice.kubernetes.io/skip-mirror", "true"))));
        cluster.settle();
        assertThat(slices(MirroredSlices.CONTROLLER)).isEmpty();
    }

    @Test
    void theEndpointsOfASelectorAreNotRepeatedTwice() {
        apply(
                "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}");
        assertThat(slices(MirroredSlices.CONTROLLER)).isEmpty();
        assertThat(slices(SliceLabels.CONTROLLER)).hasSize(1);
    }

    @Test
    void addressesOfTheSamePortsComeTogetherAndSorted() {
        var port = new Endpoints.EndpointPort("http", 80, "TCP", null);
        var b = new Endpoints.EndpointAddress("10.0.0.2", null, null, null);
        var a = new Endpoints.EndpointAddress("10.0.0.1", null, null, null);
        var packed = EndpointSubsets.packed(List.of(
                new Endpoints.EndpointSubset(List.of(b), List.of(), List.of(port)),
                new Endpoints.EndpointSubset(List.of(a), List.of(), List.of(port)),
                new Endpoints.EndpointSubset(List.of(), List.of(a), List.of(port))));
        assertThat(packed).containsExactly(new Endpoints.EndpointSubset(List.of(a, b), List.of(), List.of(port)));
    }

    @Test
    void beyondTheCapacityReadyAddressesComeFirst() {
        var ready = new ArrayList<Endpoints.EndpointAddress>();
        var notReady = new ArrayList<Endpoints.EndpointAddress>();
        for (int i = 0; i < 6; i++) {
            (i < 4 ? ready : notReady).add(new Endpoints.EndpointAddress("10.0.0." + i, null, null, null));
        }
        var subset = new Endpoints.EndpointSubset(ready, notReady, List.of());
        assertThat(EndpointSubsets.truncated(List.of(subset), 5))
                .containsExactly(subset.withNotReadyAddresses(notReady.subList(0, 1)));
        assertThat(EndpointSubsets.truncated(List.of(subset), 3))
                .containsExactly(subset.withAddresses(ready.subList(0, 3)).withNotReadyAddresses(List.of()));
    }
}
