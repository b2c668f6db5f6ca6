package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.Discovery.nodes;
import static io.kubelayers.application.discovery.Discovery.pod;
import static io.kubelayers.application.discovery.Discovery.service;
import static io.kubelayers.application.discovery.Discovery.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EndpointSliceDecisionTest {
    @Test
    void aFirstSliceListsThePodsWithTheirPortsAndZones() {
        var pods = List.of(pod("a", "10.0.0.1", "n1"), pod("b", "10.0.0.2", "n3"));
        var decision = EndpointSliceDecision.of(service(), pods, nodes(), List.of());
        var slice = decision.create().get(0);
        assertThat(slice.metadata().generateName()).isEqualTo("web-");
        assertThat(slice.metadata().labels())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SliceLabels.SERVICE_NAME, "web", SliceLabels.MANAGED_BY, "endpointslice-controller.k8s.io"));
        assertThat(slice.ports()).containsExactly(new EndpointSlice.EndpointPort("http", "TCP", 8080, null));
        assertThat(slice.endpoints()).extracting(Endpoint::zone).containsExactly("a", "b");
        assertThat(slice.endpoints().get(0).conditions()).isEqualTo(new Endpoint.Conditions(true, true, false));
        assertThat(slice.endpoints().get(0).targetRef().name()).isEqualTo("a");
    }

    @Test
    void statesOfPodsAreToldAsConditions() {
        var pods = List.of(
                Workloads.notReady(pod("starting", "10.0.0.1", "n1")),
                Workloads.deleting(pod("leaving", "10.0.0.2", "n1")),
                Workloads.inPhase(pod("ended", "10.0.0.3", "n1"), Pod.Phase.SUCCEEDED),
                pod("lost", "10.0.0.4", "nowhere"));
        var decision = EndpointSliceDecision.of(service(), pods, nodes(), List.of());
        assertThat(decision.create().get(0).endpoints())
                .extracting(endpoint -> endpoint.targetRef().name() + " " + endpoint.conditions())
                .containsExactly(
                        "starting Conditions[ready=false, serving=false, terminating=false]",
                        "leaving Conditions[ready=false, serving=true, terminating=true]");
        assertThat(decision.incomplete()).isTrue();
        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                        · service/web: 1 slices to create, 0 to update, 0 to delete [EndpointSlice]
                          · pod/starting: is listed, but not as ready (address 10.0.0.1, serving false, terminating false) [EndpointSlice]
                          · pod/leaving: is listed, but not as ready (address 10.0.0.2, serving true, terminating true) [EndpointSlice]
                          - pod/ended: has no address or has ended, so it is not listed [EndpointSlice]
                          - pod/lost: is left out: Node nowhere Not Found [EndpointSlice]
                        """);
    }

    @Test
    void publishNotReadyAddressesMakesEveryEndpointReady() {
        var service = service().withSpec(service().spec().withPublishNotReadyAddresses(true));
        var pods = List.of(Workloads.notReady(pod("starting", "10.0.0.1", "n1")));
        var decision = EndpointSliceDecision.of(service, pods, nodes(), List.of());
        assertThat(decision.create().get(0).endpoints().get(0).conditions().ready())
                .isTrue();
    }

    @Test
    void aServiceWithoutPodsKeepsOneEmptySlice() {
        var first = EndpointSliceDecision.of(service(), List.of(), nodes(), List.of());
        assertThat(first.create()).singleElement().satisfies(slice -> assertThat(slice.endpoints())
                .isEmpty());
        var again = EndpointSliceDecision.of(service(), List.of(), nodes(), stored(first.create()));
        assertThat(again.explain()).isEqualTo("the slices are as they should be");
    }

    @Test
    void podsWithDifferentPortsGetSlicesOfTheirOwn() {
        var other = pod("b", "10.0.0.2", "n1");
        var container = other.spec().containers().get(0);
        var port = container.ports().get(0).withContainerPort(9090);
        other = other.withSpec(other.spec().withContainers(List.of(container.withPorts(List.of(port)))));
        var decision =
                EndpointSliceDecision.of(service(), List.of(pod("a", "10.0.0.1", "n1"), other), nodes(), List.of());
        assertThat(decision.create())
                .extracting(slice -> slice.ports().get(0).port())
                .containsExactly(8080, 9090);
    }

    @Test
    void anEndpointThatChangesIsWrittenBackInItsPlace() {
        var before = List.of(pod("a", "10.0.0.1", "n1"), pod("b", "10.0.0.2", "n1"));
        var slices = Discovery.slicesOf(service(), before);
        var after = List.of(Workloads.notReady(before.get(0)), before.get(1), pod("c", "10.0.0.3", "n3"));
        var decision = EndpointSliceDecision.of(service(), after, nodes(), slices);
        assertThat(decision.create()).isEmpty();
        assertThat(decision.update()).singleElement().satisfies(slice -> assertThat(slice.endpoints())
                .extracting(endpoint -> endpoint.addresses().get(0) + " "
                        + endpoint.conditions().ready())
                .containsExactly("10.0.0.1 false", "10.0.0.2 true", "10.0.0.3 true"));
    }

    @Test
    void labelsOfTheServiceReachItsSlices() {
        var slices = Discovery.slicesOf(service(), List.of(pod("a", "10.0.0.1", "n1")));
        var service = service().withMetadata(service().metadata().withLabels(Map.of("team", "blue")));
        var decision = EndpointSliceDecision.of(service, List.of(pod("a", "10.0.0.1", "n1")), nodes(), slices);
        assertThat(decision.update())
                .singleElement()
                .satisfies(slice -> assertThat(slice.metadata().labels()).containsEntry("team", "blue"));
    }

    @Test
    void aNamedPodOfAHeadlessServiceKeepsItsName() {
        var service = Discovery.headless(service());
        var pod = pod("db-0", "10.0.0.1", "n1");
        pod = pod.withSpec(pod.spec().withHostname("db-0").withSubdomain("web"));
        var slice = Discovery.slicesOf(service, List.of(pod)).get(0);
        assertThat(slice.endpoints().get(0).hostname()).isEqualTo("db-0");
        assertThat(slice.metadata().labels()).containsEntry(SliceLabels.HEADLESS, "");
    }

    @Test
    void trafficDistributionHintsAtZonesAndNodes() {
        var pods = List.of(pod("a", "10.0.0.1", "n1"), Workloads.notReady(pod("b", "10.0.0.2", "n3")));
        var slices = Discovery.slicesOf(service(), pods);
        var close = service().withSpec(service().spec().withTrafficDistribution("PreferSameNode"));
        var decision = EndpointSliceDecision.of(close, pods, nodes(), slices);
        var endpoints = decision.update().get(0).endpoints();
        assertThat(TrafficHints.nodes(endpoints.get(0))).containsExactly("n1");
        assertThat(TrafficHints.zones(endpoints.get(0))).containsExactly("a");
        assertThat(endpoints.get(1).hints()).isNull();
        var settled = EndpointSliceDecision.of(close, pods, nodes(), decision.update());
        assertThat(settled.explain()).isEqualTo("the slices are as they should be");
    }

    /** After any history of pods, the slices list just the pods, none twice, none too full, and a second look is idle. */
    @Property(tries = 200)
    void slicesFollowThePods(
            @ForAll @Size(max = 6) List<@Size(max = 15) List<@IntRange(max = 20) Integer>> history,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        List<EndpointSlice> slices = new ArrayList<>();
        int serial = 0;
        for (var numbers : history) {
            var pods = numbers.stream()
                    .distinct()
                    .map(i -> pod("p" + i, "10.0.0." + (i + 1), "n1"))
                    .toList();
            var decision = EndpointSliceDecision.of(service(), pods, nodes(), slices, limit);
            serial = apply(decision, slices, serial);
            assertThat(slices).allSatisfy(slice -> assertThat(slice.endpoints()).hasSizeLessThanOrEqualTo(limit));
            assertThat(slices.stream()
                            .flatMap(slice -> slice.endpoints().stream())
                            .map(endpoint -> endpoint.targetRef().name()))
                    .containsExactlyInAnyOrderElementsOf(Workloads.names(pods));
            var again = EndpointSliceDecision.of(service(), pods, nodes(), slices, limit);
            assertThat(again.explain()).isEqualTo("the slices are as they should be");
        }
    }

    @Test
    void oneMorePodChangesOneSliceOnly() {
        var pods = new ArrayList<Pod>();
        IntStream.range(0, 250).forEach(i -> pods.add(pod("p" + i, "10.0.1." + i, "n1")));
        var slices = Discovery.slicesOf(service(), pods);
        assertThat(slices).extracting(slice -> slice.endpoints().size()).containsExactly(100, 100, 50);
        pods.add(pod("new", "10.0.2.1", "n1"));
        var decision = EndpointSliceDecision.of(service(), pods, nodes(), slices);
        assertThat(decision.explain()).isEqualTo("0 slices to create, 1 to update, 0 to delete");
    }

    private static int apply(EndpointSliceDecision decision, List<EndpointSlice> slices, int serial) {
        decision.delete()
                .forEach(gone -> slices.removeIf(
                        slice -> slice.metadata().name().equals(gone.metadata().name())));
        decision.update()
                .forEach(changed -> slices.replaceAll(slice ->
                        slice.metadata().name().equals(changed.metadata().name()) ? changed : slice));
        for (var created : decision.create()) {
            slices.add(created.withMetadata(created.metadata().withName("web-" + serial++)));
        }
        return serial;
    }
}
