package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a client is warned of before its request is refused is told beside the refusal. */
class RefusedWarningsTest {
    private static HttpResponse made(RestApi api, String query, String name) {
        var text = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name + "\"},\"nope\":1}";
        var headers = Headers.NONE.with("Content-Type", "application/json");
        return api.handle(HttpRequest.of(
                        "POST",
                        "/api/v1/namespaces/default/configmaps?fieldValidation=" + query,
                        headers,
                        text.getBytes(StandardCharsets.UTF_8))
                .withBearer("x"));
    }

    @Test
    void an_invalid_object_with_unknown_fields_is_refused_with_warnings() {
        try (var cluster = Cluster.builder().withoutControllers().start()) {
            var api = RestApis.ofAdmin(cluster);
            var warning = "299 - \"unknown field \\\"nope\\\"\"";

            var accepted = made(api, "Warn", "fine");
            assertThat(accepted.status()).isEqualTo(201);
            assertThat(accepted.headers().all("Warning")).containsExactly(warning);

            var invalid = made(api, "Warn", "Not_fine");
            assertThat(invalid.status()).isEqualTo(422);
            assertThat(invalid.headers().all("Warning")).containsExactly(warning);

            var again = made(api, "Warn", "fine");
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.headers().all("Warning")).containsExactly(warning);

            assertThat(made(api, "Ignore", "Not_fine").headers().has("Warning")).isFalse();
        }
    }
}
