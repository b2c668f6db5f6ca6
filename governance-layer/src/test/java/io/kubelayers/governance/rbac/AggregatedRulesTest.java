package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregatedRulesTest {
    private static final Map<String, String> PART = Map.of("part", "yes");

    private static ClusterRole part(String name, PolicyRule... rules) {
        var role = clusterRole(name, rules);
        return role.withMetadata(role.metadata().withLabels(PART));
    }

    @Test
    void gathersChosenRolesByNameEachRuleOnce() {
        var pods = rule("get", "", "pods");
        var nodes = rule("get", "", "nodes");
        var all = part("all")
                .withAggregationRule(new ClusterRole.AggregationRule(List.of(new LabelSelector(PART, List.of()))));

        var rules = AggregatedRules.of(
                all, List.of(part("b", pods, nodes), part("a", pods), clusterRole("c", rule("*", "*", "*")), all));

        assertThat(rules.rules()).containsExactly(pods, nodes);
        assertThat(Render.text(rules))
                .isEqualTo(
                        """
                · all: ClusterRole "all" takes 2 rules from 2 ClusterRoles [rbac.aggregation]
                  · a: gives [get on pods in API group ""] [rbac.aggregated]
                  · b: gives [get on nodes in API group ""] [rbac.aggregated]
                """);
    }

    @Test
    void aRoleWithoutAggregationRuleGathersNothing() {
        assertThat(AggregatedRules.of(clusterRole("r"), List.of(part("a", rule("get", "", "pods"))))
                        .rules())
                .isEmpty();
    }
}
