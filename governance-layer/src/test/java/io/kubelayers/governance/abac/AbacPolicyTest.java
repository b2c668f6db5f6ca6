package io.kubelayers.governance.abac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.NonResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.ResourceRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of policy files, as in Kubernetes' documentation. */
class AbacPolicyTest {
    private static final UserInfo ALICE = Users.user("alice");
    private static final UserInfo KUBELET = Users.user("kubelet");
    private static final UserInfo BOB = Users.user("bob");

    private static final AbacPolicy POLICY = AbacPolicy.parse(
            "abac.jsonl",
            """
            # Alice can do anything to all resources
            {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy", "spec": {"user": "alice", "namespace": "*", "resource": "*", "apiGroup": "*"}}

            {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy", "spec": {"user": "kubelet", "namespace": "*", "resource": "pods", "readonly": true}}
            {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy", "spec": {"user": "bob", "namespace": "projectCaribou", "resource": "pods", "readonly": true}}
            {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy", "spec": {"group": "*", "readonly": true, "nonResourcePath": "/version*"}}
            """);

    private static boolean allows(UserInfo user, String verb, String resource, String namespace) {
        return POLICY.authorize(AccessRequest.to(user, verb, "", resource).withNamespace(namespace))
                .allowed();
    }

    @Test
    void aLineAllowsWhatAllItsAttributesMatch() {
        assertThat(allows(ALICE, "delete", "pods", "default")).isTrue();
        assertThat(allows(KUBELET, "list", "pods", "default")).isTrue();
        assertThat(allows(KUBELET, "create", "pods", "default")).isFalse();
        assertThat(allows(BOB, "get", "pods", "projectCaribou")).isTrue();
        assertThat(allows(BOB, "get", "pods", "default")).isFalse();
        assertThat(allows(BOB, "get", "secrets", "projectCaribou")).isFalse();
    }

    @Test
    void starForUsersMeansWhoeverIsAuthenticated() {
        assertThat(POLICY.authorize(AccessRequest.toPath(BOB, "get", "/version/x"))
                        .allowed())
                .isTrue();
        assertThat(POLICY.authorize(AccessRequest.toPath(Users.anonymous(), "get", "/version"))
                        .allowed())
                .isFalse();
        assertThat(POLICY.authorize(AccessRequest.toPath(BOB, "get", "/metrics"))
                        .reason())
                .isEqualTo("No policy matched.");
    }

    @Test
    void linesWithoutVersionMatchAllTheyDoNotMention() {
        var old = AbacPolicy.parse("old", "{\"user\":\"admin\"}\n{\"resource\":\"pods\",\"readonly\":true}");

        assertThat(old.rules())
                .containsExactly(
                        new AbacRule(1, "admin", "", false, "*", "*", "*", "*"),
                        new AbacRule(2, "", "system:authenticated", true, "*", "pods", "*", ""));
    }

    @Test
    void whatSomebodyMayDoInANamespaceIsListed() {
        var rules = POLICY.rulesFor(BOB, "projectCaribou");

        assertThat(rules.resourceRules())
                .containsExactly(
                        new ResourceRule(List.of("get", "list", "watch"), List.of(""), List.of("pods"), List.of()));
        assertThat(rules.incomplete()).isFalse();
        assertThat(POLICY.rulesFor(ALICE, "any").resourceRules())
                .containsExactly(new ResourceRule(List.of("*"), List.of("*"), List.of("*"), List.of()));
        // a line about paths alone names no namespace
        assertThat(POLICY.rulesFor(BOB, "").nonResourceRules())
                .containsExactly(new NonResourceRule(List.of("get", "list", "watch"), List.of("/version*")));
    }

    @Test
    void severalStarsAtTheEndAreAsGoodAsOne() {
        var policy = AbacPolicy.parse(
                "f",
                "{\"apiVersion\":\"abac.authorization.kubernetes.io/v1beta1\",\"kind\":\"Policy\","
                        + "\"spec\":{\"user\":\"bob\",\"nonResourcePath\":\"/api/**\"}}");

        assertThat(policy.authorize(AccessRequest.toPath(BOB, "get", "/api/v1")).allowed())
                .isTrue();
        assertThat(policy.authorize(AccessRequest.toPath(BOB, "get", "/apis")).allowed())
                .isFalse();
    }

    @Test
    void saysWhichLineAllows() {
        var decision = POLICY.authorize(AccessRequest.to(ALICE, "get", "", "pods"));

        assertThat(decision.finding().subject()).isEqualTo("abac.jsonl:2");
    }

    @Test
    void aLineThatCannotBeReadIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> AbacPolicy.parse("f", "\n{\"user\": 7}"))
                .isInstanceOf(AbacFileException.class)
                .hasMessage("error reading policy file f, line 2: {\"user\": 7}: user is not a text");
        assertThatThrownBy(() -> AbacPolicy.parse("f", "{"))
                .hasMessageStartingWith("error reading policy file f, line 1: {: ");
    }
}
