package io.kubelayers.interfaces.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.authentication.TokenRequest.BoundObjectReference;
import io.kubelayers.nucleus.authentication.TokenRequestSpecBuilder;
import io.kubelayers.nucleus.authentication.TokenReview;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.ApiResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What tokens are given for, and what reviews tell of them. */
class TokenReviewTest {
    private static final String API = "https://kubernetes.default.svc";
    private static Cluster cluster;

    @BeforeAll
    static void anAccountWithAPod() {
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), AuthenticationLayer.standard())
                .nodes(1, node -> node)
                .start();
        cluster.settle();
        create("{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: default}}");
        create(
                "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: default}, spec: {serviceAccountName: robot,"
                        + " containers: [{name: web, image: nginx}]}}");
        create(
                "{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: default}, spec: {containers: [{name: web,"
                        + " image: nginx}]}}");
        cluster.settle();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static void create(String yaml) {
        cluster.client()
                .create(Codec.of(cluster.types())
                        .readAll(yaml, ReadOptions.strict())
                        .get(0));
    }

    private static TokenRequest token(Cluster cluster, ObjectMeta metadata, TokenRequest.Spec spec) {
        var answer = cluster.client()
                .on(ServiceAccount.class)
                .post("default", "robot", "token", new TokenRequest(metadata, spec, TokenRequest.Status.EMPTY));
        return (TokenRequest) ((ApiResponse.One) answer).object();
    }

    private static String token(@Nullable BoundObjectReference bound, String... audiences) {
        var spec = TokenRequestSpecBuilder.builder()
                .audiences(List.of(audiences))
                .boundObjectRef(bound)
                .build();
        return token(cluster, ObjectMeta.EMPTY, spec).status().token();
    }

    private static TokenReview.Status review(Cluster cluster, String token, String... audiences) {
        var spec = new TokenReview.Spec(token, List.of(audiences));
        return cluster.client()
                .create(new TokenReview(ObjectMeta.EMPTY, spec, TokenReview.Status.EMPTY))
                .status();
    }

    private static BoundObjectReference bound(String pod) {
        return new BoundObjectReference("Pod", "v1", pod, null);
    }

    @Test
    void aTokenIsForItsAudience() {
        var vaults = review(cluster, token(null, "vault", "bank"), "bank", "shop", "vault");
        assertThat(vaults.authenticated()).isTrue();
        assertThat(vaults.audiences()).containsExactly("vault", "bank");
        assertThat(vaults.user().username()).isEqualTo("system:serviceaccount:default:robot");

        assertThat(review(cluster, token(null)).audiences()).containsExactly(API);
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        var refused = review(cluster, token(null, "vault", "bank"));
        assertThat(refused.authenticated()).isFalse();
        assertThat(refused.error())
                .isEqualTo("[invalid bearer token, token audiences [\"vault\" \"bank\"] is invalid for the target"
                        + " audiences [\"" + API + "\"]]");
        assertThat(review(cluster, token(null), "vault").error())
                .isEqualTo("[invalid bearer token, token audiences [\"" + API + "\"] is invalid for the target"
                        + " audiences [\"vault\"]]");
        assertThat(review(cluster, "nobody's").error()).isEqualTo("invalid bearer token");
    }

    @Test
    void aTokenOfAPodTellsWhereThePodRuns() {
        var extra = review(cluster, token(bound("web"))).user().extra();
        var pod = cluster.client().on(Pod.class).get("default", "web");
        assertThat(extra.get("authentication.kubernetes.io/pod-name")).containsExactly("web");
        assertThat(extra.get("authentication.kubernetes.io/pod-uid"))
                .containsExactly(pod.metadata().uidOrEmpty());
        assertThat(extra.get("authentication.kubernetes.io/node-name"))
                .containsExactly(String.valueOf(pod.spec().nodeName()));
        assertThat(extra).containsKey("authentication.kubernetes.io/node-uid");
    }

    @Test
    void aTokenIsBoundToPodsOfTheAccountOnly() {
        assertThatThrownBy(() -> token(bound("other")))
                .hasMessage(
                        "cannot bind token for serviceaccount \"robot\" to pod running with different serviceaccount"
                                + " name.");
    }

    @Test
    void aRequestMayNameTheAccountItMeans() {
        var uid = cluster.client()
                .on(ServiceAccount.class)
                .get("default", "robot")
                .metadata()
                .uidOrEmpty();
        var spec = TokenRequest.Spec.EMPTY;
        assertThat(token(cluster, ObjectMeta.EMPTY, spec).metadata().uid()).isEqualTo(uid);
        assertThatThrownBy(() ->
                        token(cluster, ObjectMetaBuilder.builder().uid("u").build(), spec))
                .hasMessage(
                        "Operation cannot be fulfilled on TokenRequest.authentication.k8s.io \"robot\": the UID in the"
                                + " token request (u) does not match the UID of the service account (" + uid + ")");
        assertThatThrownBy(() ->
                        token(cluster, ObjectMetaBuilder.builder().name("other").build(), spec))
                .hasMessage("TokenRequest.authentication.k8s.io \"robot\" is invalid: metadata.name: Invalid value:"
                        + " \"other\": must match the service account name if specified");
    }

    @Test
    void clocksMayDifferByAMinute() {
        var token = token(
                        cluster,
                        ObjectMeta.EMPTY,
                        TokenRequestSpecBuilder.builder()
                                .expirationSeconds(600L)
                                .build())
                .status()
                .token();
        try (var later = cluster.fork()) {
            later.advance(Duration.ofSeconds(660));
            assertThat(review(later, token).authenticated()).isTrue();
            later.advance(Duration.ofSeconds(1));
            assertThat(review(later, token).error())
                    .isEqualTo("[invalid bearer token, service account token has expired]");
        }
    }

    @Test
    void tokensInPodsLastLongerThanTheySay() {
        var asked = TokenRequestSpecBuilder.builder()
                .expirationSeconds(3607L)
                .boundObjectRef(bound("web"))
                .build();
        var given = token(cluster, ObjectMeta.EMPTY, asked).status();
        assertThat(given.expirationTimestamp())
                .isEqualTo(cluster.runtime().timestamp().plusSeconds(3607));
        try (var later = cluster.fork()) {
            later.advance(Duration.ofHours(2));
            assertThat(review(later, given.token()).authenticated()).isTrue();
        }
    }

    @Test
    void aTokenEndsWithItsAccountAndItsPod() {
        var ofPod = token(bound("web"));
        var free = token(null);
        try (var later = cluster.fork()) {
            later.client().on(Pod.class).delete("default", "web");
            later.advance(Duration.ofMinutes(1));
            assertThat(review(later, ofPod).error())
                    .isEqualTo("[invalid bearer token, service account token has been invalidated]");
            later.client().on(ServiceAccount.class).delete("default", "robot");
            later.settle();
            assertThat(review(later, free).error())
                    .isEqualTo("[invalid bearer token, serviceaccounts \"robot\" not found]");
        }
    }
}
