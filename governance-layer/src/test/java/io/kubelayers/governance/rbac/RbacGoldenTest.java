package io.kubelayers.governance.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.NonResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.ResourceRule;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The recorded answers of upstream's RBAC code. */
@Tag("golden")
class RbacGoldenTest {
    private static final Codec CODEC = Codec.of(
            TypeRegistry.of(List.of(Role.class, ClusterRole.class, RoleBinding.class, ClusterRoleBinding.class)));

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("rbac").tests(c -> {
            switch (c.text("kind")) {
                case "authorize" -> authorize(c);
                case "rulesFor" -> rulesFor(c);
                case "covers" -> covers(c);
                case "escalation" -> escalation(c);
                case "aggregation" -> aggregation(c);
                default -> throw new IllegalArgumentException(c.text("kind"));
            }
        });
    }

    private static void authorize(GoldenCase c) {
        var rbac = RbacEvaluator.of(RbacPolicy.listed(objects(c)));
        for (var entry : c.list("requests")) {
            var decision = rbac.authorize(request(Tree.get(entry, "request")));

            assertThat(decision.allowed()).isEqualTo(Tree.get(entry, "allowed"));
            assertThat(decision.reason()).isEqualTo(Tree.get(entry, "reason"));
        }
    }

    private static AccessRequest request(Object tree) {
        return new AccessRequest(
                user(Tree.text(tree, "user"), Tree.get(tree, "groups")),
                Tree.text(tree, "verb"),
                Boolean.TRUE.equals(Tree.get(tree, "isResourceRequest")),
                Tree.text(tree, "apiGroup"),
                "",
                Tree.text(tree, "resource"),
                Tree.text(tree, "subresource"),
                Tree.text(tree, "name"),
                Tree.text(tree, "namespace"),
                Tree.text(tree, "path"));
    }

    private static void rulesFor(GoldenCase c) {
        var rules = RbacEvaluator.of(RbacPolicy.listed(objects(c))).rulesFor(user(c), c.text("namespace"));

        assertThat(rules.resourceRules()).isEqualTo(decodeAll(c.get("resourceRules"), ResourceRule.class));
        assertThat(rules.nonResourceRules()).isEqualTo(decodeAll(c.get("nonResourceRules"), NonResourceRule.class));
        assertThat(rules.evaluationError()).isEqualTo(c.text("evaluationError"));
    }

    private static void covers(GoldenCase c) {
        var cover = RuleCover.of(rules(c, "ownerRules"), rules(c, "servantRules"));

        assertThat(cover.covered()).isEqualTo(c.flag("covered"));
        assertThat(cover.uncovered()).isEqualTo(rules(c, "uncovered"));
    }

    private static void escalation(GoldenCase c) {
        var decision = RbacEvaluator.of(RbacPolicy.listed(objects(c)))
                .confirmNoEscalation(user(c), c.text("namespace"), rules(c, "rules"));

        assertThat(decision.allowed()).isEqualTo(c.flag("allowed"));
        assertThat(decision.error()).isEqualTo(c.text("error"));
    }

    /** The controller's work: each aggregated role in turn, until nothing changes. */
    private static void aggregation(GoldenCase c) {
        var roles = new TreeMap<String, ClusterRole>();
        for (var object : objects(c)) {
            roles.put(object.metadata().nameOrEmpty(), (ClusterRole) object);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var role : List.copyOf(roles.values())) {
                var rules = AggregatedRules.of(role, roles.values()).rules();
                if (role.aggregationRule() != null && !rules.equals(role.rules())) {
                    roles.put(role.metadata().nameOrEmpty(), role.withRules(rules));
                    changed = true;
                }
            }
        }

        c.part("rules")
                .json()
                .forEach((name, rules) ->
                        assertThat(roles.get(name).rules()).as(name).isEqualTo(decodeAll(rules, PolicyRule.class)));
    }

    private static List<KubernetesObject> objects(GoldenCase c) {
        return c.list("objects").stream()
                .map(tree -> CODEC.decode(Tree.map(tree), ReadOptions.strict()).value())
                .toList();
    }

    private static List<PolicyRule> rules(GoldenCase c, String field) {
        return decodeAll(c.get(field), PolicyRule.class);
    }

    private static <T> List<T> decodeAll(Object trees, Class<T> type) {
        return Tree.list(trees).stream()
                .map(tree -> CODEC.decode(Tree.map(tree), type))
                .toList();
    }

    private static UserInfo user(GoldenCase c) {
        return user(c.text("user"), c.get("groups"));
    }

    private static UserInfo user(String name, Object groups) {
        var names = Tree.list(groups).stream().map(String.class::cast).toList();
        return new UserInfo(name, null, names, Map.of());
    }
}
