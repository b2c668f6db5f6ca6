package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.account;
import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.group;
import static io.kubelayers.governance.rbac.Rbac.named;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static io.kubelayers.governance.rbac.Rbac.role;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change gives and takes, what is dangerous, and what somebody may do anywhere. */
class RbacDifferenceTest {
    private static final List<KubernetesObject> BEFORE = List.of(
            role("dev", "keeper", rule("get list", "", "pods")),
            bind("dev", "keepers", ref("Role", "keeper"), user("jane"), account("dev", "bot")));

    private static RbacPolicy policy(KubernetesObject... more) {
        var all = new ArrayList<>(BEFORE);
        all.addAll(List.of(more));
        return RbacPolicy.of(all);
    }

    @Test
    void saysWhoGainsWhatAndWhoLosesIt() {
        var after = policy(
                role("dev", "keeper", rule("get delete", "", "pods")),
                clusterRole("secret-reader", rule("get", "", "secrets")),
                bind("readers", "secret-reader", group("audit")));

        assertThat(Render.text(RbacDifference.between(policy(), after)))
                .isEqualTo(
                        """
                        - 3 subjects gain rights, 2 lose some [rbac.difference]
                          - Group "audit": gains get on secrets in API group "" cluster-wide [rbac.difference.gained]
                          - ServiceAccount "bot/dev": gains delete on pods in API group "" in namespace "dev" [rbac.difference.gained]
                          · ServiceAccount "bot/dev": loses list on pods in API group "" in namespace "dev" [rbac.difference.lost]
                          - User "jane": gains delete on pods in API group "" in namespace "dev" [rbac.difference.gained]
                          · User "jane": loses list on pods in API group "" in namespace "dev" [rbac.difference.lost]
                        """);
    }

    @Test
    void theSameWrittenDifferentlyIsNoDifference() {
        var after = policy(
                role("dev", "keeper", rule("list", "", "pods"), rule("get", "", "pods")),
                bind("dev", "again", ref("Role", "keeper"), user("jane")));

        assertThat(RbacDifference.between(policy(), after).explain()).isEqualTo("nobody gains or loses anything");
    }

    @Test
    void whatIsHeldClusterWideIsNoGainInANamespace() {
        var wide = policy(clusterRole("all-pods", rule("*", "", "pods")), bind("wide", "all-pods", user("jane")));
        var both = policy(
                clusterRole("all-pods", rule("*", "", "pods")),
                bind("wide", "all-pods", user("jane")),
                bind("dev", "more", ref("ClusterRole", "all-pods"), user("jane")));

        assertThat(RbacDifference.between(wide, both).isEmpty()).isTrue();
    }

    @Test
    void dangerousGrantsAreNamedWithTheirBinding() {
        var policy = RbacPolicy.of(List.of(
                clusterRole("root", rule("*", "*", "*")),
                clusterRole(
                        "mixed",
                        rule("get", "", "secrets"),
                        rule("create", "", "pods/exec"),
                        rule("escalate", "rbac.authorization.k8s.io", "roles"),
                        rule("bind", "rbac.authorization.k8s.io", "clusterroles"),
                        rule("impersonate", "", "users"),
                        rule("create", "", "serviceaccounts/token nodes/proxy"),
                        rule("get list", "apps", "deployments")),
                role("dev", "one", named(rule("get", "", "secrets"), "tls")),
                bind("a", "root", user("jane")),
                bind("b", "mixed", group("ops")),
                bind("dev", "c", ref("Role", "one"), account("dev", "web")),
                bind("system:masters", "root", group("system:masters"))));

        var grants = DangerousGrants.in(policy).withoutSystem();

        assertThat(grants.finding().children().stream().map(RbacDifferenceTest::line))
                .containsExactly(
                        "rbac.danger.wildcard: User \"jane\" may do everything",
                        "rbac.danger.secrets: Group \"ops\" may read secrets",
                        "rbac.danger.exec: Group \"ops\" may run commands in containers",
                        "rbac.danger.escalate: Group \"ops\" may give itself any right, by writing roles",
                        "rbac.danger.bind: Group \"ops\" may give itself any role, by writing bindings",
                        "rbac.danger.impersonate: Group \"ops\" may act as somebody else",
                        "rbac.danger.node-proxy: Group \"ops\" may run commands on nodes, through the kubelet",
                        "rbac.danger.tokens: Group \"ops\" may make tokens of service accounts",
                        "rbac.danger.secrets: ServiceAccount \"web/dev\" may read secrets in namespace \"dev\", if named"
                                + " tls");
        assertThat(DangerousGrants.in(policy).found()).hasSize(10);
    }

    private static String line(Finding finding) {
        return finding.code() + ": " + finding.subject() + " " + finding.message();
    }

    @Test
    void whatSomebodyMayDoAnywhere() {
        var evaluator = RbacEvaluator.of(policy(
                clusterRole("viewer", rule("get", "apps", "deployments")), bind("view", "viewer", group("devs"))));

        assertThat(evaluator.whatCan(Users.user("jane", "devs")).stream().map(GrantedRules::explain))
                .containsExactly(
                        "user \"jane\" holds 1 rules cluster-wide", "user \"jane\" holds 1 rules in namespace \"dev\"");
    }
}
