package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.Discovery.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceDnsTest {
    record Case(String name, String asked, DnsAnswer.Type type, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a service", "web.shop.svc.cluster.local", DnsAnswer.Type.A, "[10.96.0.20]"),
                new Case(
                        "case and a dot don't matter", "WEB.Shop.svc.Cluster.local.", DnsAnswer.Type.A, "[10.96.0.20]"),
                new Case("no IPv6 address", "web.shop.svc.cluster.local", DnsAnswer.Type.AAAA, "[]"),
                new Case("no such service", "wob.shop.svc.cluster.local", DnsAnswer.Type.A, "NX_DOMAIN"),
                new Case("no such namespace", "web.nowhere.svc.cluster.local", DnsAnswer.Type.A, "NX_DOMAIN"),
                new Case(
                        "a named port",
                        "_http._tcp.web.shop.svc.cluster.local",
                        DnsAnswer.Type.SRV,
                        "[0 100 80 web.shop.svc.cluster.local]"),
                new Case(
                        "a port of another protocol",
                        "_http._udp.web.shop.svc.cluster.local",
                        DnsAnswer.Type.SRV,
                        "NX_DOMAIN"),
                new Case(
                        "a headless service lists its ready endpoints",
                        "db.shop.svc.cluster.local",
                        DnsAnswer.Type.A,
                        "[10.0.0.1, 10.0.0.2]"),
                new Case("an endpoint by host name", "db-0.db.shop.svc.cluster.local", DnsAnswer.Type.A, "[10.0.0.1]"),
                new Case(
                        "an endpoint by dashed address",
                        "10-0-0-2.db.shop.svc.cluster.local",
                        DnsAnswer.Type.A,
                        "[10.0.0.2]"),
                new Case(
                        "an endpoint that is not ready",
                        "10-0-0-3.db.shop.svc.cluster.local",
                        DnsAnswer.Type.A,
                        "NX_DOMAIN"),
                new Case(
                        "a port of a headless service",
                        "_http._tcp.db.shop.svc.cluster.local",
                        DnsAnswer.Type.SRV,
                        "[0 100 8080 db-0.db.shop.svc.cluster.local, 0 100 8080"
                                + " 10-0-0-2.db.shop.svc.cluster.local]"),
                new Case("an external name", "ext.shop.svc.cluster.local", DnsAnswer.Type.A, "[example.com]"),
                new Case(
                        "the name of a cluster IP",
                        "20.0.96.10.in-addr.arpa",
                        DnsAnswer.Type.PTR,
                        "[web.shop.svc.cluster.local]"),
                new Case(
                        "the name of an endpoint",
                        "1.0.0.10.in-addr.arpa",
                        DnsAnswer.Type.PTR,
                        "[db-0.db.shop.svc.cluster.local]"),
                new Case("an endpoint without a host name", "2.0.0.10.in-addr.arpa", DnsAnswer.Type.PTR, "NX_DOMAIN"),
                new Case("a pod's address", "10-1-2-3.shop.pod.cluster.local", DnsAnswer.Type.A, "[10.1.2.3]"),
                new Case("the schema version", "dns-version.cluster.local", DnsAnswer.Type.TXT, "[1.1.0]"),
                new Case("another zone", "example.com", DnsAnswer.Type.A, "REFUSED"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answers(Case c) {
        var answer = dns().query(c.asked, c.type);
        assertThat(
                        answer.code() == DnsAnswer.Code.NO_ERROR
                                ? answer.data().toString()
                                : answer.code().name())
                .as(answer.explain())
                .isEqualTo(c.answer);
    }

    @Test
    void aHeadlessServiceWithoutReadyEndpointsHasNoName() {
        var service = Discovery.headless(Discovery.service());
        var dns = ServiceDns.of(List.of("shop"), List.of(service), List.of());
        var answer = dns.query("web.shop.svc.cluster.local", DnsAnswer.Type.A);
        assertThat(answer.explain())
                .isEqualTo("web.shop.svc.cluster.local: a headless service without ready addresses");
    }

    @Test
    void shortNamesAreTriedAlongTheSearchPath() {
        var answer = dns().lookup("shop", "web", DnsAnswer.Type.A);
        assertThat(answer.data()).containsExactly("10.96.0.20");
        assertThat(answer.explain()).isEqualTo("web: is answered as web.shop.svc.cluster.local");
        var other = dns().lookup("default", "web.shop", DnsAnswer.Type.A);
        assertThat(other.data()).containsExactly("10.96.0.20");
        assertThat(other.finding().children())
                .extracting(tried -> tried.subject())
                .containsExactly("web.shop.default.svc.cluster.local", "web.shop.svc.cluster.local");
        assertThat(dns().lookup("default", "web", DnsAnswer.Type.A).explain())
                .isEqualTo("web: is not answered under any name of the search path");
    }

    private static ServiceDns dns() {
        var db = Discovery.headless(
                Discovery.service().withMetadata(Discovery.named("db").metadata()));
        var named = pod("db-0", "10.0.0.1", "n1");
        named = named.withSpec(named.spec().withHostname("db-0").withSubdomain("db"));
        var pods = List.of(named, pod("db-1", "10.0.0.2", "n1"), Workloads.notReady(pod("db-2", "10.0.0.3", "n1")));
        var external = Discovery.named("ext")
                .withSpec(ServiceSpecBuilder.builder()
                        .type(Service.Type.EXTERNAL_NAME)
                        .externalName("example.com")
                        .build());
        var slices = new ArrayList<>(Discovery.slicesOf(db, pods));
        return ServiceDns.of(List.of("default", "shop"), List.of(Discovery.service(), db, external), slices);
    }
}
