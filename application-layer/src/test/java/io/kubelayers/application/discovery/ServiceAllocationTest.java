package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.validation.InvalidFieldsException;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceAllocationTest {
    private static final AddressBlock BLOCK = AddressBlock.of("10.96.0.0/12");

    @Test
    void aRangeLeavesOutItsEndsAndHasAStaticBand() {
        assertThat(BLOCK.first()).isEqualTo("10.96.0.1");
        assertThat(BLOCK.size()).isEqualTo(1048574);
        assertThat(BLOCK.staticBand()).isEqualTo(256);
        var small = AddressBlock.of("192.168.1.77/24");
        assertThat(small.first()).isEqualTo("192.168.1.1");
        assertThat(small.address(small.size() - 1)).isEqualTo("192.168.1.254");
        assertThat(small.staticBand()).isEqualTo(16);
        assertThat(AddressBlock.of("10.0.0.0/28").staticBand()).isZero();
        var six = AddressBlock.of("fd00:10:96::/112");
        assertThat(six.first()).isEqualTo("fd00:10:96::1");
        assertThat(six.family()).isEqualTo("IPv6");
        assertThat(six.contains("fd00:10:96::ffff")).isTrue();
        assertThat(six.contains("10.96.0.1")).isFalse();
        assertThat(NodePortRange.STANDARD.staticBand()).isEqualTo(86);
    }

    @Test
    void anAddressIsTakenFromBehindTheStaticBandUntilThatIsFull() {
        var block = AddressBlock.of("10.0.0.0/27");
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 14; i++) {
            var next = Allocation.next(List.of(block), taken::contains, new Random(i));
            assertThat(next.explain()).isEqualTo("is free behind the static band of 10.0.0.0/27");
            taken.add(next.value());
        }
        assertThat(taken).allSatisfy(ip -> assertThat(lastByte(ip)).isGreaterThan(16));
        for (int i = 0; i < 16; i++) {
            taken.add(Allocation.next(List.of(block), taken::contains, new Random(i))
                    .value());
        }
        assertThat(taken).hasSize(30);
        assertThat(refusal(() -> Allocation.next(List.of(block), taken::contains, new Random(0))))
                .isEqualTo("range is full");
    }

    private static int lastByte(String ip) {
        return Integer.parseInt(ip.substring(ip.lastIndexOf('.') + 1));
    }

    @Test
    void aNewServiceGetsAnAddressAndItsFamily() {
        var spec = allocated(service(Service.Type.CLUSTER_IP), null).spec();
        assertThat(spec.clusterIPs()).containsExactly(spec.clusterIP());
        assertThat(BLOCK.contains(String.valueOf(spec.clusterIP()))).isTrue();
        assertThat(spec.ipFamilies()).containsExactly("IPv4");
        assertThat(spec.ipFamilyPolicy()).isEqualTo("SingleStack");
        assertThat(spec.ports().get(0).nodePort()).isZero();
    }

    @Test
    void aServiceThatAsksForATakenOrForeignAddressIsRefused() {
        assertThat(refusal(() -> allocated(withIp("10.96.0.10"), null)))
                .isEqualTo(
                        "spec.clusterIPs: Invalid value: [\"10.96.0.10\"]: failed to allocate IP 10.96.0.10: provided"
                                + " IP is already allocated");
        assertThat(refusal(() -> allocated(withIp("192.168.0.1"), null)))
                .isEqualTo("spec.clusterIPs: Invalid value: [\"192.168.0.1\"]: failed to allocate IP 192.168.0.1: the"
                        + " provided network does not match the current range");
        assertThat(allocated(withIp("10.96.0.11"), null).spec().clusterIP()).isEqualTo("10.96.0.11");
    }

    @Test
    void headlessAndExternalServicesGetNoAddress() {
        assertThat(allocated(withIp("None"), null).spec().clusterIPs()).containsExactly("None");
        assertThat(allocated(service(Service.Type.EXTERNAL_NAME), null).spec().clusterIPs())
                .isEmpty();
    }

    @Test
    void nodePortsAreAllocatedAndSharedBetweenProtocols() {
        var service = service(Service.Type.NODE_PORT);
        var tcp = service.spec().ports().get(0);
        service = service.withSpec(service.spec()
                .withPorts(
                        List.of(tcp, tcp.withProtocol("UDP"), tcp.withPort(81).withNodePort(30100))));
        var ports = allocated(service, null).spec().ports();
        assertThat(NodePortRange.STANDARD.contains(ports.get(0).nodePort())).isTrue();
        assertThat(ports.get(1).nodePort()).isEqualTo(ports.get(0).nodePort());
        assertThat(ports.get(2).nodePort()).isEqualTo(30100);
    }

    @Test
    void aNodePortOutsideTheRangeOrTakenIsRefused() {
        assertThat(refusal(() -> allocated(withNodePort(80), null)))
                .isEqualTo("spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The"
                        + " range of valid ports is 30000-32767");
        assertThat(refusal(() -> allocated(withNodePort(30001), null)))
                .isEqualTo("spec.ports[0].nodePort: Invalid value: 30001: provided port is already allocated");
    }

    @Test
    void anUpdateThatLeavesValuesOutKeepsThem() {
        var before = allocated(service(Service.Type.NODE_PORT), null);
        var after = allocated(service(Service.Type.NODE_PORT), before);
        assertThat(after.spec().clusterIP()).isEqualTo(before.spec().clusterIP());
        assertThat(after.spec().ports()).isEqualTo(before.spec().ports());
    }

    @Test
    void aLocalLoadBalancerGetsAHealthCheckPort() {
        var service = service(Service.Type.LOAD_BALANCER);
        service = service.withSpec(service.spec().withExternalTrafficPolicy("Local"));
        var spec = allocated(service, null).spec();
        assertThat(NodePortRange.STANDARD.contains(spec.healthCheckNodePort())).isTrue();
        assertThat(spec.healthCheckNodePort()).isNotEqualTo(spec.ports().get(0).nodePort());
    }

    @Test
    void dualStackNeedsTwoRanges() {
        var service = service(Service.Type.CLUSTER_IP);
        service = service.withSpec(service.spec().withIpFamilyPolicy("RequireDualStack"));
        var wanted = service;
        assertThat(refusal(() -> allocated(wanted, null)))
                .isEqualTo(
                        "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for"
                                + " dual-stack services");
        var pool = AddressPool.of(List.of(BLOCK, AddressBlock.of("fd00::/112")), NodePortRange.STANDARD, List.of());
        var spec = ServiceAllocation.of(service, null, pool, new Random(1))
                .service()
                .spec();
        assertThat(spec.ipFamilies()).containsExactly("IPv4", "IPv6");
        assertThat(spec.clusterIPs().get(1)).startsWith("fd00::");
    }

    /** No two services ever get the same address or port, however many there are. */
    @Property(tries = 50)
    void valuesAreUnique(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        var random = new Random(seed);
        var services = new ArrayList<Service>();
        for (int i = 0; i < count; i++) {
            var pool =
                    AddressPool.of(List.of(AddressBlock.of("10.0.0.0/27")), new NodePortRange(30000, 30029), services);
            services.add(ServiceAllocation.of(service(Service.Type.NODE_PORT), null, pool, random)
                    .service());
        }
        assertThat(services).extracting(service -> service.spec().clusterIP()).doesNotHaveDuplicates();
        assertThat(services)
                .extracting(service -> service.spec().ports().get(0).nodePort())
                .doesNotHaveDuplicates();
    }

    private static Service allocated(Service service, @Nullable Service previous) {
        var dns = Discovery.named("dns")
                .withSpec(ServiceSpecBuilder.builder()
                        .clusterIPs(List.of("10.96.0.10"))
                        .ports(List.of(
                                ServicePortBuilder.builder().nodePort(30001).build()))
                        .build());
        var pool = AddressPool.of(List.of(BLOCK), NodePortRange.STANDARD, List.of(dns));
        return ServiceAllocation.of(service, previous, pool, new Random(7)).service();
    }

    private static Service service(String type) {
        var port = ServicePortBuilder.builder()
                .port(80)
                .protocol("TCP")
                .targetPort(IntOrString.of(8080))
                .build();
        return Discovery.named("web")
                .withSpec(ServiceSpecBuilder.builder()
                        .type(type)
                        .ports(List.of(port))
                        .build());
    }

    private static Service withIp(String ip) {
        var service = service(Service.Type.CLUSTER_IP);
        return service.withSpec(service.spec().withClusterIP(ip));
    }

    private static Service withNodePort(int nodePort) {
        var service = service(Service.Type.NODE_PORT);
        var port = service.spec().ports().get(0).withNodePort(nodePort);
        return service.withSpec(service.spec().withPorts(List.of(port)));
    }

    private static String refusal(Runnable action) {
        try {
            action.run();
            return "allowed";
        } catch (InvalidFieldsException | AllocationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
