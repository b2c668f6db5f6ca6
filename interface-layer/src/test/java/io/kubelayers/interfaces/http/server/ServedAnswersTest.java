package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as they go over the wire. */
class ServedAnswersTest {
    private final Cluster cluster =
            Cluster.builder().layers(AuthenticationLayer.standard()).start();
    private final ApiServerHttp http =
            ApiServerHttp.serve(cluster.server(), ServeOptions.loopback().withTls(false));
    private final StreamClient client = new StreamClient(http);

    @AfterEach
    void stop() {
        http.close();
        cluster.close();
    }

    private static Manifests map(String name, int length) {
        return Manifests.of(
                name,
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}, data: {a: " + "x".repeat(length)
                        + "}}");
    }

    @ParameterizedTest(name = "who reads {0}: {1}")
    @CsvSource({"'deflate, gzip', true", "'gzip;q=0', false", "deflate, false"})
    void packsLargeAnswersForThoseWhoReadThat(String encoding, boolean packed) throws Exception {
        cluster.apply(map("large", 131_072));
        cluster.apply(map("small", 100_000));

        for (var name : List.of("large", "small")) {
            var answer = Wire.exchange(
                    http.port(),
                    "GET /api/v1/namespaces/default/configmaps/" + name
                            + " HTTP/1.1\r\nHost: k\r\nConnection: close\r\nAccept-Encoding: " + encoding
                            + "\r\nAuthorization: Bearer " + http.adminToken() + "\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200");
            assertThat(answer.contains("Content-Encoding: gzip\r\nVary: Accept-Encoding"))
                    .isEqualTo(packed && name.equals("large"));
        }
    }

    @Test
    void namesRequestsAndForbidsToKeepAnswers() throws Exception {
        var answer = client.get("/version").headers();
        var next = client.get("/version").headers();
        var asked = Wire.exchange(
                http.port(),
                "GET /version HTTP/1.1\r\nHost: k\r\nConnection: close\r\nAudit-ID: " + "a".repeat(70) + "\r\n\r\n");

        assertThat(answer.firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(answer.firstValue("Audit-Id")).isPresent().isNotEqualTo(next.firstValue("Audit-Id"));
        assertThat(asked).contains("Audit-Id: " + "a".repeat(64) + "\r\n");
    }

    @Test
    void tellsHowTokensAreChecked() throws Exception {
        var configuration = client.get("/.well-known/openid-configuration");
        var keys = client.get("/openid/v1/jwks");

        assertThat(configuration.body())
                .contains("\"issuer\":\"https://kubernetes.default.svc\"", "/openid/v1/jwks\"", "[\"ES256\"]");
        assertThat(keys.headers().firstValue("Content-Type")).contains("application/jwk-set+json");
        assertThat(keys.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        var token = client.post("/api/v1/namespaces/default/serviceaccounts/default/token", "{}")
                .body()
                .replaceAll(".*\"token\":\"([^\"]*)\".*", "$1")
                .strip();
        var signed = SignedJWT.parse(token);
        var key = JWKSet.parse(keys.body()).getKeyByKeyId(signed.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(signed.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }
}
