package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.account;
import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.group;
import static io.kubelayers.governance.rbac.Rbac.named;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static io.kubelayers.governance.rbac.Rbac.role;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static io.kubelayers.governance.rbac.Rbac.urls;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RbacEvaluatorTest {
    private static final UserInfo ALICE = new UserInfo("alice", null, List.of("devs"), null);
    private static final UserInfo DEPLOYER = Users.serviceAccount("ci", "deployer");

    private static final RbacPolicy POLICY = RbacPolicy.of(List.of(
            clusterRole("reader", rule("get list", "", "pods pods/log")),
            clusterRole("scaler", rule("update", "*", "*/scale")),
            clusterRole("health", urls("get", "/healthz", "/livez/*")),
            role("team", "config", named(rule("get", "", "configmaps"), "app")),
            bind("everybody-health", "health", group("system:authenticated")),
            bind("team", "devs-read", ref("ClusterRole", "reader"), user("bob"), group("devs")),
            bind("team", "ci-scale", ref("ClusterRole", "scaler"), account("ci", "deployer")),
            bind("team", "alice-config", ref("Role", "config"), user("alice")),
            bind("other", "alice-config", ref("Role", "gone"), user("alice"))));

    private final RbacEvaluator rbac = RbacEvaluator.of(POLICY);

    record Case(String sentence, AccessRequest request, String explanation) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a group binding lets its members read",
                        AccessRequest.to(ALICE, "get", "", "pods").withNamespace("team"),
                        "RBAC: allowed by RoleBinding \"devs-read/team\" of ClusterRole \"reader\" to Group \"devs\""),
                new Case(
                        "a subresource needs a rule of its own",
                        AccessRequest.to(ALICE, "get", "", "pods")
                                .withSubresource("exec")
                                .withNamespace("team"),
                        "User \"alice\" cannot get resource \"pods/exec\" in API group \"\" in the namespace \"team\""),
                new Case(
                        "a RoleBinding holds in its namespace only",
                        AccessRequest.to(ALICE, "list", "", "pods"),
                        "User \"alice\" cannot list resource \"pods\" in API group \"\" at the cluster scope"),
                new Case(
                        "*/scale covers the scale of every resource",
                        AccessRequest.to(DEPLOYER, "update", "apps", "deployments")
                                .withSubresource("scale")
                                .withNamespace("team"),
                        "RBAC: allowed by RoleBinding \"ci-scale/team\" of ClusterRole \"scaler\" to ServiceAccount"
                                + " \"deployer/ci\""),
                new Case(
                        "*/scale does not cover the resource itself",
                        AccessRequest.to(DEPLOYER, "update", "apps", "deployments")
                                .withNamespace("team"),
                        "User \"system:serviceaccount:ci:deployer\" cannot update resource \"deployments\" in API group"
                                + " \"apps\" in the namespace \"team\""),
                new Case(
                        "a rule with names allows those names",
                        AccessRequest.to(ALICE, "get", "", "configmaps")
                                .withName("app")
                                .withNamespace("team"),
                        "RBAC: allowed by RoleBinding \"alice-config/team\" of Role \"config\" to User \"alice\""),
                new Case(
                        "a rule with names allows no request without a name",
                        AccessRequest.to(ALICE, "get", "", "configmaps").withNamespace("team"),
                        "User \"alice\" cannot get resource \"configmaps\" in API group \"\" in the namespace"
                                + " \"team\""),
                new Case(
                        "a trailing star covers the paths below",
                        AccessRequest.toPath(DEPLOYER, "get", "/livez/etcd"),
                        "RBAC: allowed by ClusterRoleBinding \"everybody-health\" of ClusterRole \"health\" to Group"
                                + " \"system:authenticated\""),
                new Case(
                        "groups are complete: nobody is authenticated by default",
                        AccessRequest.toPath(ALICE, "get", "/healthz"),
                        "User \"alice\" cannot get path \"/healthz\""),
                new Case(
                        "a missing role is told, since it may be the reason",
                        AccessRequest.to(ALICE, "get", "", "pods").withNamespace("other"),
                        "User \"alice\" cannot get resource \"pods\" in API group \"\" in the namespace \"other\": RBAC:"
                                + " role.rbac.authorization.k8s.io \"gone\" not found"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Case example) {
        assertThat(rbac.authorize(example.request()).explain()).isEqualTo(example.explanation());
    }

    @Test
    void aRefusalShowsTheNearMisses() {
        var decision = rbac.authorize(
                AccessRequest.to(ALICE, "delete", "", "pods").withName("web").withNamespace("team"));

        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                - user/alice: User "alice" cannot delete resource "pods" in API group "" in the namespace "team" (groups [devs]) [rbac.authorize]
                  · devs-read: RoleBinding "devs-read/team" of ClusterRole "reader" to Group "devs" grants get, list on pods, pods/log in API group "", not delete [rbac.verb]
                """);
    }

    @Test
    void nearMissesSayWhereElseItWouldBeAllowed() {
        var decision = rbac.authorize(AccessRequest.to(ALICE, "get", "", "pods").withNamespace("prod"));

        assertThat(decision.nearMisses())
                .extracting(NearMiss::kind, NearMiss::message)
                .containsExactly(
                        Tuple.tuple(
                                NearMiss.Kind.NAMESPACE,
                                "RoleBinding \"devs-read/team\" of ClusterRole \"reader\" to Group \"devs\" allows this in"
                                        + " namespace \"team\", not in \"prod\""),
                        Tuple.tuple(
                                NearMiss.Kind.NOT_BOUND,
                                "ClusterRole \"reader\" allows this, but nothing binds it to the user here"));
    }

    @Test
    void nearMissesFindTheServiceAccountOfAnotherNamespace() {
        var twin = Users.serviceAccount("dev", "deployer");
        var decision = rbac.authorize(AccessRequest.to(twin, "update", "apps", "deployments")
                .withSubresource("scale")
                .withNamespace("team"));

        assertThat(decision.nearMisses())
                .filteredOn(miss -> miss.kind() == NearMiss.Kind.SUBJECT)
                .extracting(NearMiss::message)
                .containsExactly("RoleBinding \"ci-scale/team\" of ClusterRole \"scaler\" grants this to ServiceAccount"
                        + " \"deployer/ci\", not to user \"system:serviceaccount:dev:deployer\"");
    }

    @Test
    void whoCanTellsRolesOfOneNameApartByTheirNamespace() {
        var sameNameTwice = RbacEvaluator.of(RbacPolicy.of(List.of(
                role("team", "reader", rule("get", "", "pods")),
                bind("everywhere", "reader", group("ops")),
                bind("team", "in-team", ref("Role", "reader"), user("bob")))));

        var whoCan = sameNameTwice.whoCan(
                AccessRequest.to(UserInfo.EMPTY, "get", "", "pods").withNamespace("team"));

        assertThat(whoCan.explain()).isEqualTo("User \"bob\"");
        assertThat(whoCan.errors()).containsExactly("clusterrole.rbac.authorization.k8s.io \"reader\" not found");
    }

    @Test
    void whoCanListsEachHolderWithItsBinding() {
        var who =
                rbac.whoCan(AccessRequest.to(UserInfo.EMPTY, "get", "", "pods").withNamespace("team"));

        assertThat(who.explain()).isEqualTo("User \"bob\", Group \"devs\"");
        assertThat(who.holders()).allMatch(holder -> holder.binding().name().equals("devs-read"));
    }

    @Test
    void rulesForGathersWhatHoldsInTheNamespace() {
        var rules = rbac.rulesFor(ALICE, "team");

        assertThat(rules.resourceRules())
                .extracting(held -> held.resources().get(0))
                .containsExactly("configmaps", "pods");
        assertThat(rbac.rulesFor(ALICE, "other").evaluationError())
                .isEqualTo("role.rbac.authorization.k8s.io \"gone\" not found");
    }

    @Test
    void nobodyGrantsMoreThanHeHas() {
        var wanted = List.of(rule("get list delete", "", "pods"), urls("get", "/metrics"));

        assertThat(rbac.confirmNoEscalation(ALICE, "team", wanted).explain())
                .isEqualTo(
                        """
                user "alice" (groups=["devs"]) is attempting to grant RBAC permissions not currently held:
                {APIGroups:[""], Resources:["pods"], Verbs:["delete"]}
                {NonResourceURLs:["/metrics"], Verbs:["get"]}""");
        assertThat(rbac.confirmNoEscalation(ALICE, "team", List.of(rule("get", "", "pods")))
                        .allowed())
                .isTrue();
    }

    @Test
    void anOldPolicyGoesOnAnsweringForItsOwnState() {
        var binding = bind("team", "devs-read", ref("ClusterRole", "reader"), user("carol"));
        var changed = POLICY.with(binding);
        var request = AccessRequest.to(ALICE, "get", "", "pods").withNamespace("team");

        assertThat(RbacEvaluator.of(changed).authorize(request).allowed()).isFalse();
        assertThat(RbacEvaluator.of(POLICY).authorize(request).allowed()).isTrue();
        assertThat(RbacEvaluator.of(changed.without(binding))
                        .authorize(request.withUser(Users.user("carol")))
                        .allowed())
                .isFalse();
    }

    @Test
    void onlyRolesAndBindingsMakeAPolicy() {
        var other = ConfigMapBuilder.builder().build();

        assertThatThrownBy(() -> POLICY.with(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a role or binding: ConfigMap");
    }
}
