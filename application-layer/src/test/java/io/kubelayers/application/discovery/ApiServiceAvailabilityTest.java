package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.apiregistration.APIServiceBuilder;
import io.kubelayers.nucleus.apiregistration.APIServiceSpecBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether an APIService can be asked, step by step from its Service to who answers. */
class ApiServiceAvailabilityTest {
    private static APIService api(APIService.@Nullable ServiceReference service) {
        return APIServiceBuilder.builder()
                .spec(APIServiceSpecBuilder.builder()
                        .group("metrics.example.com")
                        .version("v1")
                        .service(service)
                        .build())
                .build();
    }

    private static final APIService REMOTE = api(new APIService.ServiceReference("shop", "metrics", 443));

    private static Service service(int port) {
        return ServiceBuilder.builder()
                .spec(ServiceSpecBuilder.builder()
                        .ports(List.of(ServicePortBuilder.builder().port(port).build()))
                        .build())
                .build();
    }

    @Test
    void localOnesAlwaysAre() {
        assertThat(ApiServiceAvailability.of(api(null), false, null, List.of()).explain())
                .isEqualTo("Local APIServices are always available");
    }

    @Test
    void theServiceMustBeThere() {
        var decision = ApiServiceAvailability.of(REMOTE, false, null, List.of());
        assertThat(decision.available()).isFalse();
        assertThat(decision.reason() + ": " + decision.message())
                .isEqualTo("ServiceNotFound: service/metrics in \"shop\" is not present");
    }

    @Test
    void unlessTheServerAnswersItself() {
        assertThat(ApiServiceAvailability.of(REMOTE, true, null, List.of()).reason())
                .isEqualTo("Passed");
    }

    @Test
    void andListenOnThePort() {
        assertThat(ApiServiceAvailability.of(REMOTE, false, service(80), List.of())
                        .message())
                .isEqualTo("service/metrics in \"shop\" is not listening on port 443");
    }

    @Test
    void andHaveEndpoints() {
        assertThat(ApiServiceAvailability.of(REMOTE, false, service(443), List.of())
                        .message())
                .isEqualTo("cannot find endpointslices for service/metrics in \"shop\"");
    }
}
