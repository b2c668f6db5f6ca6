package io.kubelayers.interfaces.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that must not be believed, and when those that were stop being so. */
class HostileTokensTest {
    private static final String POD =
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},\
            "spec":{"serviceAccountName":"robot","containers":[{"name":"web","image":"nginx"}]}}""";

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
            .nodes(1, node -> node)
            .start();
    private final RestApi api = RestApi.at(
            cluster.server(),
            cluster.runtime().clock(),
            "127.0.0.1:6443",
            List.of(credentials ->
                    "admin".equals(credentials.bearerToken()) ? Optional.of(Users.admin()) : Optional.empty()));

    @BeforeEach
    void anAccountWithAPod() {
        cluster.settle();
        ok(post(
                "/api/v1/namespaces/default/serviceaccounts",
                """
                {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"robot"}}"""));
        ok(post("/api/v1/namespaces/default/pods", POD));
        cluster.settle();
    }

    private HttpResponse post(String target, String body) {
        return api.handle(HttpRequest.of("POST", target, Headers.NONE, body.getBytes(StandardCharsets.UTF_8))
                .withBearer("admin"));
    }

    private static Map<String, @Nullable Object> ok(HttpResponse response) {
        var text = text(response);
        assertThat(response.status()).as(text).isBetween(200, 201);
        return Codec.readTree(text, ReadOptions.ignore());
    }

    private static String text(HttpResponse response) {
        return new String(((HttpResponse.Bytes) response.payload()).bytes(), StandardCharsets.UTF_8);
    }

    private String token(String spec) {
        var answer = ok(post(
                "/api/v1/namespaces/default/serviceaccounts/robot/token",
                "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":" + spec + "}"));
        return Tree.text(answer, "status", "token");
    }

    /** The name the server knows the bearer by; the code of its refusal if it doesn't. */
    private String known(String token) {
        var response = api.handle(HttpRequest.of(
                        "POST",
                        "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                        Headers.NONE,
                        "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}"
                                .getBytes(StandardCharsets.UTF_8))
                .withBearer(token));
        return response.status() == 201
                ? Tree.text(ok(response), "status", "userInfo", "username")
                : String.valueOf(response.status());
    }

    @Test
    void aTokenInASecretIsGoodWhileTheSecretHoldsIt() {
        ok(
                post(
                        "/api/v1/namespaces/default/secrets",
                        """
                        {"apiVersion":"v1","kind":"Secret","metadata":{"name":"robots","annotations":\
                        {"kubernetes.io/service-account.name":"robot"}},"type":"kubernetes.io/service-account-token"}"""));
        cluster.settle();
        var secrets = cluster.client().on(Secret.class);
        var secret = secrets.get("default", "robots");
        assertThat(secret.data()).containsKeys("namespace", "token");
        var token = new String(secret.data().get("token").toArray(), StandardCharsets.UTF_8);
        assertThat(known(token)).isEqualTo("system:serviceaccount:default:robot");
        assertThat(known(token + "x")).isEqualTo("401");

        secrets.delete("default", "robots");
        cluster.settle();
        assertThat(known(token)).isEqualTo("401");
    }

    @Test
    void aTokenEndsWhenItsTimeIsUp() {
        var token = token("{\"expirationSeconds\":600}");
        assertThat(known(token)).isEqualTo("system:serviceaccount:default:robot");
        cluster.advance(Duration.ofSeconds(660)); // clocks may differ by a minute
        assertThat(known(token)).isEqualTo("system:serviceaccount:default:robot");
        cluster.advance(Duration.ofSeconds(1));
        assertThat(known(token)).isEqualTo("401");
    }

    @Test
    void aTokenEndsWithItsPod() {
        var token = token("{\"boundObjectRef\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"name\":\"web\"}}");
        assertThat(known(token)).isEqualTo("system:serviceaccount:default:robot");
        cluster.client().on(Pod.class).delete("default", "web");
        cluster.advance(Duration.ofMinutes(1));
        assertThat(known(token)).isEqualTo("401");
    }

    @Test
    void anotherAccountOfTheSameNameIsSomebodyElse() {
        var token = token("{}");

        cluster.client().on(ServiceAccount.class).delete("default", "robot");
        cluster.settle();
        ok(post(
                "/api/v1/namespaces/default/serviceaccounts",
                """
                {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"robot"}}"""));
        assertThat(known(token)).isEqualTo("401");
    }

    @Test
    void aTokenForSomebodyElseIsNotTaken() {
        assertThat(known(token("{\"audiences\":[\"vault\"]}"))).isEqualTo("401");
    }

    @Test
    void aTokenWithoutASignatureIsNone() throws Exception {
        var claims = SignedJWT.parse(token("{}")).getJWTClaimsSet();
        assertThat(known(new PlainJWT(claims).serialize())).isEqualTo("401");
    }

    @Test
    void aTokenSignedWithWhatIsPublicIsNone() throws Exception {
        var signed = SignedJWT.parse(token("{}"));
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(signed.getHeader().getKeyID())
                        .build(),
                signed.getJWTClaimsSet());
        var known = signed.getHeader().getKeyID() + "0123456789abcdef0123456789abcdef";
        forged.sign(new MACSigner(known.getBytes(StandardCharsets.UTF_8)));
        assertThat(known(forged.serialize())).isEqualTo("401");
    }

    @Test
    void aTokenOfAnotherClusterIsNone() {
        var stranger = TokenKey.generate();
        var claims = new JWTClaimsSet.Builder()
                .issuer(AccountTokens.ISSUER)
                .audience(AccountTokens.ISSUER)
                .subject("system:serviceaccount:kube-system:admin")
                .build();
        assertThat(known(stranger.sign(claims))).isEqualTo("401");
    }

    @Test
    void otherClaimsUnderTheSameSignatureAreRefused() {
        var parts = token("{}").split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("default", "kube-system");
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        assertThat(known(parts[0] + "." + forged + "." + parts[2])).isEqualTo("401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "e30.e30.",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzeXN0ZW06YWRtaW4ifQ.",
                "not a token at all",
                "ÿÿÿ.ÿÿÿ.ÿÿÿ"
            })
    void whatIsNoTokenIsNobodys(String text) {
        assertThat(known(text)).isIn("401", "403");
        assertThat(new AccountTokens(TokenKey.generate(), cluster.runtime()).read(text))
                .isEmpty();
    }

    @Test
    void deeplyNestedClaimsAreRefusedNotFollowed() {
        var deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(deep.getBytes(StandardCharsets.UTF_8));
        assertThat(known(encoded + "." + encoded + ".AAAA")).isEqualTo("401");
    }
}
