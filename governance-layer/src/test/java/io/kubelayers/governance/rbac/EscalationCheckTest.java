package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.named;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static io.kubelayers.governance.rbac.Rbac.role;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscalationCheckTest {
    private static final PolicyRule READ_PODS = rule("get list", "", "pods");
    private static final PolicyRule DELETE_PODS = rule("delete", "", "pods");
    private static final String ROLES = "rbac.authorization.k8s.io";

    private static final RbacPolicy POLICY = RbacPolicy.of(List.of(
            clusterRole("reader", READ_PODS),
            clusterRole("deleter", DELETE_PODS),
            clusterRole("escalator", named(rule("escalate", ROLES, "roles"), "mine")),
            bind("team", "alice", ref("ClusterRole", "reader"), user("alice")),
            bind("team", "carol", ref("ClusterRole", "escalator"), user("carol"))));

    private final EscalationCheck alice = check("alice");

    private static EscalationCheck check(String user) {
        return EscalationCheck.of(RbacEvaluator.of(POLICY), Users.user(user));
    }

    @Test
    void nobodyPutsMoreIntoARoleThanHeHolds() {
        assertThat(alice.write(role("team", "r", READ_PODS), Optional.empty()).allowed())
                .isTrue();
        assertThat(alice.write(role("team", "r", DELETE_PODS), Optional.empty()).error())
                .startsWith("user \"alice\" (groups=[\"system:authenticated\"]) is attempting to grant");
        assertThat(alice.write(role("other", "r", READ_PODS), Optional.empty()).allowed())
                .isFalse();
    }

    @Test
    void mastersAreFree() {
        var admin = EscalationCheck.of(RbacEvaluator.of(POLICY), Users.admin());

        assertThat(admin.write(role("team", "r", DELETE_PODS), Optional.empty()).allowed())
                .isTrue();
    }

    @Test
    void whoMayEscalateByAnotherPolicyThanRolesIsFreeToo() {
        var byFile = EscalationCheck.of(RbacEvaluator.of(POLICY), Users.user("alice"), Authorizer.alwaysAllow());

        assertThat(byFile.write(role("team", "r", DELETE_PODS), Optional.empty())
                        .allowed())
                .isTrue();
    }

    @Test
    void ownersAndFinalizersMayAlwaysChange() {
        var old = role("team", "r", DELETE_PODS);
        var finalized = old.withMetadata(old.metadata().withFinalizers(List.of("example.com/hold")));
        var labelled = old.withMetadata(old.metadata().withLabels(Map.of("a", "b")));

        assertThat(alice.write(finalized, Optional.of(old)).allowed()).isTrue();
        assertThat(alice.write(labelled, Optional.of(old)).allowed()).isFalse();
    }

    @Test
    void escalateIsAskedForTheNameThatACreateDoesNotHaveYet() {
        var mine = role("team", "mine", DELETE_PODS);

        assertThat(check("carol").write(mine, Optional.of(role("team", "mine"))).allowed())
                .isTrue();
        assertThat(check("carol").write(mine, Optional.empty()).allowed()).isFalse();
    }

    @Test
    void gatheringTakesAllTheRightsThereAre() {
        LabelSelector any = LabelSelectorBuilder.builder().build();
        var gathering = clusterRole("all").withAggregationRule(new ClusterRole.AggregationRule(List.of(any)));

        assertThat(alice.write(gathering, Optional.empty()).error())
                .isEqualTo("must have cluster-admin privileges to use the aggregationRule");
    }

    @Test
    void aBindingGrantsWhatItsRoleSays() {
        assertThat(alice.write(bind("team", "b", ref("ClusterRole", "reader"), user("bob")), Optional.empty())
                        .allowed())
                .isTrue();
        assertThat(alice.write(bind("team", "b", ref("ClusterRole", "deleter"), user("bob")), Optional.empty())
                        .allowed())
                .isFalse();
        assertThat(alice.write(bind("b", "reader", user("bob")), Optional.empty())
                        .allowed())
                .isFalse();
        assertThatThrownBy(() -> alice.write(bind("team", "b", ref("Role", "none"), user("bob")), Optional.empty()))
                .isInstanceOf(RoleNotFoundException.class)
                .hasMessage("role.rbac.authorization.k8s.io \"none\" not found");
    }
}
