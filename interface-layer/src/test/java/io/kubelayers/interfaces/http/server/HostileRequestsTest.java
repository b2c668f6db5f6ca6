package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers to clients that mean no good, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final String SECRET =
            """
            {"apiVersion":"v1","kind":"Secret","metadata":{"name":"treasure","namespace":"default"},\
            "stringData":{"key":"topsecret"}}""";

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();
    private final ApiServerHttp http = ApiServerHttp.serve(
            cluster.server(), ServeOptions.loopback().withTls(false).withMaxBody(2000));

    @BeforeAll
    void keepsASecret() throws Exception {
        assertThat(post(SECRET.length(), SECRET)).startsWith("HTTP/1.1 201");
    }

    @AfterAll
    void stop() {
        http.close();
    }

    private String bearer() {
        return "Authorization: Bearer " + http.adminToken() + "\r\n";
    }

    private String post(int length, String body) throws Exception {
        return Wire.exchange(
                http.port(),
                "POST /api/v1/namespaces/default/secrets HTTP/1.1\r\nHost: k\r\nConnection: close\r\n" + bearer()
                        + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    private String get(String target) throws Exception {
        return Wire.exchange(
                http.port(), "GET " + target + " HTTP/1.1\r\nHost: k\r\nConnection: close\r\n" + bearer() + "\r\n");
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnread() throws Exception {
        assertThat(post(2001, "")).startsWith("HTTP/1.1 413").contains("RequestEntityTooLarge", "limit is 2000");
    }

    @Test
    void aBodyThatOnlyTurnsOutTooLargeIsRefusedToo() throws Exception {
        var chunk = "1f4\r\n" + "x".repeat(500) + "\r\n";
        var answer = Wire.exchange(
                http.port(),
                "POST /api/v1/namespaces/default/secrets HTTP/1.1\r\nHost: k\r\nConnection: close\r\n" + bearer()
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("limit is 2000");
    }

    @Test
    void clientsThatSendSlowlyHoldUpNobodyElse() throws Exception {
        var slow = new ArrayList<Wire>();
        try {
            // more than the server has threads
            for (int i = 0; i < 400; i++) {
                slow.add(Wire.to(http.port())
                        .send("POST /api/v1/namespaces/default/secrets HTTP/1.1\r\nHost: k\r\n" + bearer()
                                + "Content-Length: 1000\r\n\r\n{"));
            }
            assertThat(get("/api/v1/namespaces/default/secrets/treasure")).startsWith("HTTP/1.1 200");
        } finally {
            for (var wire : slow) {
                wire.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/namespaces/other/../default/secrets/treasure",
                "/api/v1/namespaces/other/%2e%2e/default/secrets/treasure",
                "/api/v1/namespaces/other/..%2fdefault/secrets/treasure",
                "/api/v1/namespaces/other/secrets/..%2f..%2fdefault%2fsecrets%2ftreasure",
                "/api/v1/namespaces/other;/default/secrets/treasure",
                "/api/v1//namespaces/default/secrets/treasure",
                "//api/v1/namespaces/default/secrets/treasure",
                "/api/v1/namespaces/default/secrets/treasure%00",
                "/api/v1/namespaces/default/secrets/treasure%",
                "/api/v1/namespaces/default\\secrets\\treasure",
                "/API/v1/namespaces/default/secrets/treasure",
                "/healthz/../api/v1/namespaces/default/secrets/treasure",
            })
    void noDetourLeadsToAnObject(String target) throws Exception {
        assertThat(get(target)).startsWith("HTTP/1.1 4").doesNotContain("topsecret", "dG9wc2VjcmV0", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET /api HTTP/9.9\r\n\r\n",
                "NONSENSE /api HTTP/1.1\r\nHost: k\r\nConnection: close\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: k\r\nContent-Length: -5\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: k\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api HTTP/1.1\r\nHost: k\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nxyz",
                "GET /api HTTP/1.1\r\nHost: k\r\nBad Header: 1\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            })
    void whatIsNoRequestIsRefused(String bytes) throws Exception {
        try (var wire = Wire.to(http.port())) {
            wire.send(bytes);
            assertThat(wire.receiveAll())
                    .matches("(?s)HTTP/1\\.[01] [45]\\d\\d.*|")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void selectorsMayBeLong() throws Exception {
        var names = "a,".repeat(100_000) + "b";
        var answer = Wire.exchange(
                http.port(),
                "GET /api/v1/namespaces/default/secrets?labelSelector=x%20in%20(" + names
                        + ") HTTP/1.1\r\nHost: k\r\nConnection: close\r\n" + bearer() + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void headersHaveALimit() throws Exception {
        var answer = Wire.exchange(
                http.port(), "GET /api HTTP/1.1\r\nHost: k\r\nX-Long: " + "a".repeat(1_100_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431");
    }
}
