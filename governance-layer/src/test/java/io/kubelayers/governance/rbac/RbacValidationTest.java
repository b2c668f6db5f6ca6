package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.account;
import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static io.kubelayers.governance.rbac.Rbac.role;
import static io.kubelayers.governance.rbac.Rbac.urls;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RbacValidationTest {
    private static final PolicyRule EMPTY = new PolicyRule(null, null, null, null, null);

    @Test
    void aRuleNeedsVerbsGroupsAndResources() {
        assertThat(texts(new RoleRules().validate(role("team", "r", EMPTY))))
                .containsExactly(
                        "rules[0].verbs: Required value: verbs must contain at least one value",
                        "rules[0].apiGroups: Required value: resource rules must supply at least one api group",
                        "rules[0].resources: Required value: resource rules must supply at least one resource");
    }

    @Test
    void pathsAreForClusterRolesAndForRulesOfTheirOwn() {
        var mixed = urls("get", "/healthz").withResources(List.of("pods"));

        assertThat(texts(new RoleRules().validate(role("team", "r", mixed))))
                .containsExactly(
                        "rules[0].nonResourceURLs: Invalid value: [\"/healthz\"]: namespaced rules cannot apply to"
                                + " non-resource URLs",
                        "rules[0].nonResourceURLs: Invalid value: [\"/healthz\"]: rules cannot apply to both regular"
                                + " resources and non-resource URLs");
        assertThat(new ClusterRoleRules().validate(clusterRole("r", urls("get", "/healthz"))))
                .isEmpty();
    }

    @Test
    void anAggregationRuleNeedsASelector() {
        var role = clusterRole("r").withAggregationRule(new ClusterRole.AggregationRule(List.of()));

        assertThat(texts(new ClusterRoleRules().validate(role)))
                .containsExactly(
                        "aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector"
                                + " required if aggregationRule is non-nil");
    }

    @Test
    void aRoleThatAggregatedByImpossibleLabelsMayKeepThemButSelectsNothing() {
        var selector = new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("a", "In", List.of("b c"))));
        var role = clusterRole("r").withAggregationRule(new ClusterRole.AggregationRule(List.of(selector)));

        assertThat(texts(new ClusterRoleRules().validateUpdate(role, clusterRole("r"))))
                .hasSize(2);
        assertThat(texts(new ClusterRoleRules().validateUpdate(role, role)))
                .containsExactly(
                        "aggregationRule.clusterRoleSelectors[0]: Invalid value: \"null\": invalid label selector.");
    }

    @Test
    void bindingsGetTheGroupOfRolesAndUsersByDefault() {
        var bare = bind("b", "view", new Subject("User", null, "alice", null), account("ci", "deployer"))
                .withRoleRef(new RoleRef("", "ClusterRole", "view"));

        var binding = new ClusterRoleBindingRules().defaulted(bare);

        assertThat(binding).isEqualTo(bind("b", "view", user("alice"), account("ci", "deployer")));
        assertThat(new ClusterRoleBindingRules().validate(binding)).isEmpty();
    }

    @Test
    void aClusterRoleBindingTakesClusterRolesAndQualifiedServiceAccounts() {
        var binding = bind("b", "view", account(null, "deployer"), new Subject("Robot", null, "r2", null))
                .withRoleRef(ref("Role", "a/b"));

        assertThat(texts(new ClusterRoleBindingRules().validate(binding)))
                .containsExactly(
                        "roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"",
                        "roleRef.name: Invalid value: \"a/b\": may not contain '/'",
                        "subjects[0].namespace: Required value",
                        "subjects[1].kind: Unsupported value: \"Robot\": supported values: \"ServiceAccount\", \"User\","
                                + " \"Group\"");
    }

    @Test
    void aRoleBindingTakesBothAndLocalServiceAccounts() {
        var binding = bind("team", "b", ref("Role", "r"), account(null, "deployer"), user(""));

        assertThat(texts(new RoleBindingRules().validate(binding))).containsExactly("subjects[1].name: Required value");
        assertThat(texts(new RoleBindingRules()
                        .validateUpdate(
                                bind("team", "b", ref("Role", "r")), bind("team", "b", ref("ClusterRole", "r")))))
                .containsExactly("roleRef: Invalid value:"
                        + " {\"APIGroup\":\"rbac.authorization.k8s.io\",\"Kind\":\"Role\",\"Name\":\"r\"}: cannot change"
                        + " roleRef");
    }

    private static List<String> texts(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).toList();
    }
}
