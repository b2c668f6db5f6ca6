package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways to get more than one was given, and what is answered to who tries them. */
class EscalationTest {
    private static final Map<String, UserInfo> TOKENS = Map.of(
            "admin", Users.admin(),
            "eve", Users.user("eve", "dev"),
            "helpdesk", Users.user("helpdesk"));

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();
    private final RestApi api = RestApi.at(
            cluster.server(),
            cluster.runtime().clock(),
            "127.0.0.1:6443",
            List.of(credentials -> Optional.ofNullable(TOKENS.get(String.valueOf(credentials.bearerToken())))));

    @BeforeEach
    void eveMayEditPodsOfHerNamespace() {
        cluster.settle();
        create(
                "/api/v1/namespaces",
                """
                {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}}""");
        cluster.settle();
        create(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/dev/roles",
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"pods"},"rules":[
                {"apiGroups":[""],"resources":["pods","pods/status"],"verbs":["get","create","update","patch"]},
                {"apiGroups":["rbac.authorization.k8s.io"],"resources":["roles","rolebindings"],"verbs":["create","update"]}]}""");
        create(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/dev/rolebindings",
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"pods"},
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"pods"},
                "subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"eve"}]}""");
        create(
                "/apis/rbac.authorization.k8s.io/v1/clusterroles",
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"helpdesk"},"rules":[
                {"apiGroups":[""],"resources":["users"],"verbs":["impersonate"]}]}""");
        create(
                "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"helpdesk"},
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"helpdesk"},
                "subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"helpdesk"}]}""");
    }

    private void create(String target, String body) {
        var response = send("admin", "POST", target, Headers.NONE, body);
        assertThat(response.status()).as(text(response)).isEqualTo(201);
    }

    private HttpResponse send(String token, String method, String target, Headers headers, String body) {
        return api.handle(HttpRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8))
                .withBearer(token));
    }

    private static String text(HttpResponse response) {
        return new String(((HttpResponse.Bytes) response.payload()).bytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> tree(HttpResponse response) {
        return Codec.readTree(text(response), ReadOptions.ignore());
    }

    private String refusal(HttpResponse response) {
        return response.status() + " " + Tree.text(tree(response), "message");
    }

    private HttpResponse impersonating(String token, String... headers) {
        var all = Headers.NONE;
        for (int i = 0; i < headers.length; i += 2) {
            all = all.with(headers[i], headers[i + 1]);
        }
        return send(token, "GET", "/api/v1/secrets", all, "");
    }

    @Test
    void nobodyIsSomebodyElseWithoutLeave() {
        assertThat(refusal(impersonating("eve", "Impersonate-User", "system:admin")))
                .isEqualTo("403 users \"system:admin\" is forbidden: User \"eve\" cannot impersonate resource \"users\""
                        + " in API group \"\" at the cluster scope");
    }

    @Test
    void leaveToBeAUserIsNoLeaveToBeInAGroup() {
        assertThat(refusal(impersonating("helpdesk", "Impersonate-User", "eve", "Impersonate-Group", "system:masters")))
                .isEqualTo("403 groups \"system:masters\" is forbidden: User \"helpdesk\" cannot impersonate resource"
                        + " \"groups\" in API group \"\" at the cluster scope");
    }

    @Test
    void leaveToBeAUserIsNoLeaveToBeAServiceAccount() {
        assertThat(refusal(impersonating("helpdesk", "Impersonate-User", "system:serviceaccount:dev:default")))
                .isEqualTo("403 serviceaccounts \"default\" is forbidden: User \"helpdesk\" cannot impersonate resource"
                        + " \"serviceaccounts\" in API group \"\" in the namespace \"dev\"");
    }

    @Test
    void whoeverIsSomebodyElseMayOnlyWhatTheyMay() {
        assertThat(refusal(impersonating("helpdesk", "Impersonate-User", "eve")))
                .isEqualTo("403 secrets is forbidden: User \"eve\" cannot list resource \"secrets\" in API group \"\""
                        + " at the cluster scope");
        // not even the administrator keeps rights while being somebody else
        assertThat(impersonating("admin", "Impersonate-User", "eve").status()).isEqualTo(403);
    }

    @Test
    void groupsWithoutAUserAreAnError() {
        assertThat(impersonating("admin", "Impersonate-Group", "system:masters").status())
                .isEqualTo(500);
    }

    @Test
    void anUnknownTokenIsNotAnonymous() {
        assertThat(refusal(send("stolen", "GET", "/version", Headers.NONE, ""))).isEqualTo("401 Unauthorized");
    }

    @Test
    void aRoleCannotGrantWhatItsAuthorLacks() {
        var role =
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"more"},"rules":[
                {"apiGroups":[""],"resources":["secrets"],"verbs":["get"]}]}""";
        assertThat(refusal(send(
                        "eve", "POST", "/apis/rbac.authorization.k8s.io/v1/namespaces/dev/roles", Headers.NONE, role)))
                .startsWith("403 roles.rbac.authorization.k8s.io \"more\" is forbidden: user \"eve\" (groups=[\"dev\""
                        + " \"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:")
                .contains("{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\"]}");
    }

    @Test
    void aBindingCannotGrantWhatItsAuthorLacks() {
        var binding =
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"more"},
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"cluster-admin"},
                "subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"eve"}]}""";
        assertThat(refusal(send(
                        "eve",
                        "POST",
                        "/apis/rbac.authorization.k8s.io/v1/namespaces/dev/rolebindings",
                        Headers.NONE,
                        binding)))
                .startsWith("403 rolebindings.rbac.authorization.k8s.io \"more\" is forbidden: user \"eve\"");
    }

    @Test
    void leaveToWriteAStatusIsNoLeaveToWriteMore() {
        var pods = "/api/v1/namespaces/dev/pods";
        create(
                pods,
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"containers":[{"name":"c","image":"good"}]}}""");
        var status = send(
                "eve",
                "PATCH",
                pods + "/web/status",
                Headers.of(Map.of("Content-Type", "application/merge-patch+json")),
                """
                {"spec":{"containers":[{"name":"c","image":"evil"}]},"status":{"message":"mine"},
                "metadata":{"labels":{"a":"b"},"ownerReferences":[{"apiVersion":"v1","kind":"Node","name":"n","uid":"u"}]}}""");
        assertThat(status.status()).as(text(status)).isEqualTo(200);
        var stored = tree(send("admin", "GET", pods + "/web", Headers.NONE, ""));
        assertThat(Tree.text(((List<?>) Tree.get(stored, "spec", "containers")).get(0), "image"))
                .isEqualTo("good");
        assertThat(Tree.text(stored, "status", "message")).isEqualTo("mine");
        assertThat(Tree.get(stored, "metadata", "ownerReferences")).isNull();
    }

    @Test
    void leaveToWriteAnObjectIsNoLeaveToWriteItsStatus() {
        var pods = "/api/v1/namespaces/dev/pods";
        var created = send(
                "eve",
                "POST",
                pods,
                Headers.NONE,
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"containers":[{"name":"c","image":"i"}]},
                "status":{"phase":"Succeeded","podIP":"10.0.0.1"}}""");
        assertThat(created.status()).as(text(created)).isEqualTo(201);
        assertThat(Tree.text(tree(created), "status", "phase")).isEqualTo("Pending");
        assertThat(Tree.get(tree(created), "status", "podIP")).isNull();
    }

    @Test
    void anObjectGoesWhereItsPathSays() {
        assertThat(
                        refusal(
                                send(
                                        "eve",
                                        "POST",
                                        "/api/v1/namespaces/dev/pods",
                                        Headers.NONE,
                                        """
                        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"kube-system"},
                        "spec":{"containers":[{"name":"c","image":"i"}]}}""")))
                .isEqualTo("400 the namespace of the provided object does not match the namespace sent on the request");
    }

    @Test
    void nobodyChoosesWhoAnObjectWasMadeBy() {
        var created = send(
                "eve",
                "POST",
                "/api/v1/namespaces/dev/pods",
                Headers.NONE,
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","uid":"chosen","creationTimestamp":"2001-01-01T00:00:00Z",
                "selfLink":"/x","generation":99},
                "spec":{"containers":[{"name":"c","image":"i"}]}}""");
        assertThat(created.status()).as(text(created)).isEqualTo(201);
        assertThat(Tree.text(tree(created), "metadata", "uid")).isNotEqualTo("chosen");
        assertThat(Tree.text(tree(created), "metadata", "creationTimestamp")).doesNotStartWith("2001");
        assertThat(Tree.get(tree(created), "metadata", "generation")).isNotEqualTo(99L);
    }

    @Test
    void anOwnerInAnotherNamespaceIsNoOwner() {
        create(
                "/api/v1/namespaces/default/configmaps",
                """
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"owner"}}""");
        var uid = Tree.text(
                tree(send("admin", "GET", "/api/v1/namespaces/default/configmaps/owner", Headers.NONE, "")),
                "metadata",
                "uid");
        create(
                "/api/v1/namespaces/dev/configmaps",
                """
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"owned","ownerReferences":[
                {"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"%s"}]}}"""
                        .formatted(uid));
        cluster.settle();
        var owned = send("admin", "GET", "/api/v1/namespaces/dev/configmaps/owned", Headers.NONE, "");
        assertThat(owned.status())
                .as("its owner is in no namespace it can be in: it is collected")
                .isEqualTo(404);
        assertThat(send("admin", "GET", "/api/v1/namespaces/default/configmaps/owner", Headers.NONE, "")
                        .status())
                .isEqualTo(200);
    }
}
