package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What services and their changes are refused for: the errors in upstream's words and order. */
class ServiceErrorsTest {
    private static final ServiceRules RULES = new ServiceRules();

    private static TypeRegistry types;

    @BeforeAll
    static void start() {
        try (var cluster = Cluster.builder().layers(ApplicationLayer.standard()).start()) {
            types = cluster.types();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "service-errors.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void newServices(String sentence, String spec, String errors) {
        var service = service(spec.equals("{}") ? "" : spec);
        assertThat(text(RULES.validate(service))).isEqualTo(errors == null ? "" : errors);
    }

    @Test
    void addressesStay() {
        var before = service("clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv4], ports: [{port: 80}]");
        var after = service("clusterIP: 10.0.0.2, clusterIPs: [10.0.0.2], ipFamilies: [IPv4], ports: [{port: 80}]");
        assertThat(text(RULES.validateUpdate(after, before)))
                .isEqualTo("spec.clusterIPs[0]: Invalid value: [\"10.0.0.2\"]: may not change once set");
    }

    @Test
    void theClassOfALoadBalancerStays() {
        var before = service("type: LoadBalancer, loadBalancerClass: a.b/c, ports: [{port: 80}]");
        var after = service("type: LoadBalancer, ports: [{port: 80}]");
        assertThat(text(RULES.validateUpdate(after, before)))
                .isEqualTo("spec.loadBalancerClass: Invalid value: \"null\": may not change once set");
    }

    private static Service service(String spec) {
        var yaml = "{apiVersion: v1, kind: Service, metadata: {name: a, namespace: default}, spec: {" + spec + "}}";
        return RULES.defaulted(
                (Service) Codec.of(types).readAll(yaml, ReadOptions.strict()).get(0));
    }

    private static String text(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).collect(Collectors.joining("; "));
    }
}
