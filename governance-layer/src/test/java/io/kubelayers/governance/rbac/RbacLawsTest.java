package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.meta;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.control.StoreInformers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What holds for every policy:
 *
 * <ul>
 *   <li>the index answers as a walk over all bindings does, to the letter of the reason
 *   <li>the indexes of a cluster's store answer as a set of the same objects does
 *   <li>a binding more never takes a right away; a binding added and removed leaves no trace
 *   <li>rules that are covered allow nothing that the covering rules don't
 *   <li>covering is reflexive and transitive
 *   <li>those who can are those who, asked one by one, are allowed
 *   <li>what a requester is allowed is among its rules, and it is among those who can
 * </ul>
 */
class RbacLawsTest {
    @Property
    void theIndexAnswersAsTheWalkDoes(
            @ForAll("policies") List<KubernetesObject> objects, @ForAll("requests") AccessRequest request) {
        var decision = RbacEvaluator.of(RbacPolicy.listed(objects)).authorize(request);

        assertThat(decision.reason()).isEqualTo(new NaiveRbac(objects).authorize(request));
        assertThat(decision.allowed()).isEqualTo(decision.reason().startsWith("RBAC: allowed by "));
    }

    @Property
    void aBindingMoreNeverTakesARightAway(
            @ForAll("policies") List<KubernetesObject> objects,
            @ForAll("bindings") KubernetesObject more,
            @ForAll("requests") AccessRequest request) {
        var policy = RbacPolicy.of(objects);
        var name = more.metadata().withName("one-more");
        var grown = policy.with(more.withMetadata(name));

        if (RbacEvaluator.of(policy).authorize(request).allowed()) {
            assertThat(RbacEvaluator.of(grown).authorize(request).allowed()).isTrue();
        }
        var shrunk = grown.without(more.withMetadata(name));
        assertThat(RbacEvaluator.of(shrunk).authorize(request).reason())
                .isEqualTo(RbacEvaluator.of(policy).authorize(request).reason());
    }

    @Property
    void theHistoryOfAPolicyDoesNotMatter(
            @ForAll("policies") List<KubernetesObject> objects,
            @ForAll("policies") List<KubernetesObject> before,
            @ForAll("requests") AccessRequest request) {
        var policy = RbacPolicy.of(before);
        for (var object : before) {
            policy = policy.without(object);
        }
        for (var object : objects) {
            policy = policy.with(object);
        }

        assertThat(RbacEvaluator.of(policy).authorize(request).reason())
                .isEqualTo(RbacEvaluator.of(RbacPolicy.of(objects))
                        .authorize(request)
                        .reason());
    }

    @Property
    void theIndexesOfTheStoreAnswerAsTheSetDoes(
            @ForAll("policies") List<KubernetesObject> objects, @ForAll("requests") AccessRequest request) {
        var types =
                TypeRegistry.of(List.of(Role.class, ClusterRole.class, RoleBinding.class, ClusterRoleBinding.class));
        var store = MemoryStore.indexedBy(RbacAuthorizer.indexes());
        for (var object : objects) {
            var meta = object.metadata();
            var resource = types.typeOf(object).storageResource();
            store.create(new Key(resource, meta.namespaceOrEmpty(), meta.nameOrEmpty()), object);
        }
        var stored = RbacEvaluator.of(new StoredPolicy(new StoreInformers(store, () -> types)));
        var set = RbacEvaluator.of(RbacPolicy.of(objects));

        assertThat(stored.authorize(request).explain())
                .isEqualTo(set.authorize(request).explain());
        assertThat(stored.authorize(request).nearMisses())
                .isEqualTo(set.authorize(request).nearMisses());
        assertThat(stored.whoCan(request).explain())
                .isEqualTo(set.whoCan(request).explain());
    }

    @Property
    void coveredRulesAllowNothingMore(
            @ForAll("rules") List<PolicyRule> owner,
            @ForAll("rules") List<PolicyRule> wanted,
            @ForAll("requests") AccessRequest request) {
        var match = RuleMatch.of(request);

        if (RuleCover.of(owner, wanted).covered() && match.firstAllowing(wanted) >= 0) {
            assertThat(match.firstAllowing(owner)).isNotNegative();
        }
    }

    @Property
    void coveringIsReflexive(@ForAll("validRules") List<PolicyRule> rules) {
        assertThat(RuleCover.of(rules, rules).covered()).isTrue();
    }

    @Property
    void coveringIsTransitive(
            @ForAll("validRules") List<PolicyRule> most,
            @ForAll("validRules") List<PolicyRule> some,
            @ForAll("validRules") List<PolicyRule> least) {
        var more = concat(most, some);
        var rest = RuleCover.of(some, least).covered() ? least : some.subList(0, some.size() / 2);

        // some covers the rest, and more covers some
        assertThat(RuleCover.of(more, some).covered()).isTrue();
        assertThat(RuleCover.of(more, rest).covered()).isTrue();
        if (RuleCover.of(most, some).covered() && RuleCover.of(some, least).covered()) {
            assertThat(RuleCover.of(most, least).covered()).isTrue();
        }
    }

    @Property
    void thoseWhoCanAreThoseWhoAreAllowedOneByOne(
            @ForAll("policies") List<KubernetesObject> objects, @ForAll("requests") AccessRequest request) {
        var rbac = RbacEvaluator.of(RbacPolicy.of(objects));
        var holders = rbac.whoCan(request).holders();
        for (var name : List.of("ann", "ben", "system:serviceaccount:a:ann", "system:serviceaccount:b:ben", "devs")) {
            var alone = new UserInfo(name, null, List.of(), null);
            var member = new UserInfo("nobody", null, List.of(name), null);
            for (var user : List.of(alone, member)) {
                assertThat(holders.stream()
                                .anyMatch(holder -> Subjects.standsFor(
                                        holder.subject(), holder.binding().namespace(), user)))
                        .isEqualTo(rbac.authorize(request.withUser(user)).allowed());
            }
        }
    }

    @Property
    void theAllowedAreAmongThoseWhoCan(
            @ForAll("policies") List<KubernetesObject> objects, @ForAll("requests") AccessRequest request) {
        var rbac = RbacEvaluator.of(RbacPolicy.of(objects));
        var decision = rbac.authorize(request);
        var grant = decision.grant();

        assertThat(decision.nearMisses().isEmpty() || !decision.allowed()).isTrue();
        if (grant != null) {
            assertThat(rbac.whoCan(request).subjects()).contains(grant.subject());
            assertThat(rbac.rulesFor(request.user(), request.namespace()).grants())
                    .contains(grant);
        }
    }

    @Provide
    Arbitrary<List<KubernetesObject>> policies() {
        Arbitrary<KubernetesObject> roles = Combinators.combine(namespaces(), roleNames(), rules())
                .as((namespace, name, rules) -> namespace.isEmpty()
                        ? new ClusterRole(meta("", name), rules, null)
                        : new Role(meta(namespace, name), rules));
        return Combinators.combine(roles.list().ofMaxSize(6), bindings().list().ofMaxSize(8))
                .as((some, more) -> {
                    var distinct = new LinkedHashMap<String, KubernetesObject>();
                    for (var object : concat(some, more)) {
                        var key = object.getClass().getSimpleName()
                                + object.metadata().namespace()
                                + object.metadata().name();
                        distinct.putIfAbsent(key, object);
                    }
                    return List.copyOf(distinct.values());
                });
    }

    private static <T> List<T> concat(List<T> left, List<T> right) {
        var all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    @Provide
    Arbitrary<KubernetesObject> bindings() {
        var names = Arbitraries.of("b1", "b2", "b3", "b4", "b5");
        var refs = Combinators.combine(Arbitraries.of("Role", "ClusterRole", "ClusterRole", "Widget"), roleNames())
                .as(Rbac::ref);
        return Combinators.combine(namespaces(), names, subjects().list().ofMaxSize(3), refs)
                .as((namespace, name, subjects, role) -> namespace.isEmpty()
                        ? new ClusterRoleBinding(meta("", name), subjects, role)
                        : new RoleBinding(meta(namespace, name), subjects, ref(role.kind(), role.name())));
    }

    private static Arbitrary<Subject> subjects() {
        return Combinators.combine(
                        Arbitraries.of("User", "Group", "ServiceAccount", "serviceaccount"),
                        Arbitraries.of("ann", "ben", "devs", "system:serviceaccount:a:ann"),
                        Arbitraries.of("", "a", "b"))
                .as((kind, name, namespace) -> new Subject(kind, null, name, namespace));
    }

    @Provide
    Arbitrary<AccessRequest> requests() {
        var users = Arbitraries.of("ann", "ben", "system:serviceaccount:a:ann", "system:serviceaccount:b:ben");
        var identities = Combinators.combine(
                        users, Arbitraries.of("devs", "ann", "ops").list().ofMaxSize(2))
                .as((name, groups) -> new UserInfo(name, null, groups, null));
        var resources = Combinators.combine(
                        identities,
                        verbs(),
                        Arbitraries.of("", "apps"),
                        Arbitraries.of("pods", "deployments"),
                        Arbitraries.of("", "scale", "log"),
                        Arbitraries.of("", "x", "*"),
                        namespaces())
                .as((user, verb, group, resource, subresource, name, namespace) -> AccessRequest.to(
                                user, verb, group, resource)
                        .withSubresource(subresource)
                        .withName(name)
                        .withNamespace(namespace));
        var paths = Combinators.combine(identities, verbs(), Arbitraries.of("/healthz", "/api", "/api/v1", "/"))
                .as(AccessRequest::toPath);
        return Arbitraries.frequencyOf(Tuple.of(4, resources), Tuple.of(1, paths));
    }

    @Provide
    Arbitrary<List<PolicyRule>> rules() {
        var resources = Arbitraries.of("pods", "pods/log", "deployments", "*/scale", "*", "deployments/scale");
        var urls = Arbitraries.of("/healthz", "/api*", "/api/*", "*", "/**");
        return Combinators.combine(
                        verbs().list().ofMaxSize(2),
                        Arbitraries.of("", "apps", "*").list().ofMaxSize(2),
                        resources.list().ofMaxSize(2),
                        Arbitraries.of("x", "*", "").list().ofMaxSize(1),
                        urls.list().ofMaxSize(1))
                .as(PolicyRule::new)
                .list()
                .ofMaxSize(3);
    }

    /** Rules as validation lets them pass: about resources or about paths, not both. */
    @Provide
    Arbitrary<List<PolicyRule>> validRules() {
        return rules().map(some -> some.stream()
                .map(rule -> rule.nonResourceURLs().isEmpty()
                        ? rule
                        : PolicyRule.onPaths(rule.verbs(), rule.nonResourceURLs()))
                .toList());
    }

    private static Arbitrary<String> verbs() {
        return Arbitraries.of("get", "list", "delete", "*");
    }

    private static Arbitrary<String> namespaces() {
        return Arbitraries.of("", "a", "b");
    }

    private static Arbitrary<String> roleNames() {
        return Arbitraries.of("r1", "r2", "r3");
    }
}
