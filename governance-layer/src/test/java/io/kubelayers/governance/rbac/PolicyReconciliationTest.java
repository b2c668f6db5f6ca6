package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyReconciliationTest {
    private static final PolicyRule READ = rule("get list", "", "pods");

    @Test
    void whatIsMissingIsAddedAndWhatIsThereStays() {
        var own = rule("*", "example.com", "*");
        var expected = clusterRole("r", READ, rule("get", "", "nodes"));

        var role = PolicyReconciliation.reconcile(expected, clusterRole("r", own, rule("*", "", "pods")));

        assertThat(role.rules()).containsExactly(own, rule("*", "", "pods"), rule("get", "", "nodes"));
    }

    @Test
    void aProtectedRoleIsLeftAlone() {
        var existing = clusterRole("r");
        var kept =
                existing.withMetadata(existing.metadata().withAnnotations(Map.of(DefaultPolicy.AUTO_UPDATE, "false")));

        assertThat(PolicyReconciliation.reconcile(clusterRole("r", READ), kept)).isEqualTo(kept);
    }

    @Test
    void subjectsAreUnitedAndAnotherRoleNeedsAnotherBinding() {
        var expected = bind("b", "view", user("alice"));
        var existing = bind("b", "view", user("bob"));

        assertThat(PolicyReconciliation.reconcile(expected, existing).subjects())
                .containsExactly(user("bob"), user("alice"));
        assertThat(PolicyReconciliation.mustBeReplaced(expected, existing)).isFalse();
        assertThat(PolicyReconciliation.mustBeReplaced(expected, bind("b", "edit")))
                .isTrue();
    }
}
