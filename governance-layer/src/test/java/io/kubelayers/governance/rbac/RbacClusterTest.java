package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.Rbac.bind;
import static io.kubelayers.governance.rbac.Rbac.clusterRole;
import static io.kubelayers.governance.rbac.Rbac.group;
import static io.kubelayers.governance.rbac.Rbac.ref;
import static io.kubelayers.governance.rbac.Rbac.rule;
import static io.kubelayers.governance.rbac.Rbac.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authorization.ResourceAttributesBuilder;
import io.kubelayers.nucleus.authorization.SelfSubjectAccessReview;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.coordination.LeaseSpecBuilder;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access policy at work in a cluster. */
class RbacClusterTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aBindingOpensTheDoor() {
        var alice = cluster.as("alice", "devs").on(Pod.class);
        assertThatThrownBy(() -> alice.list("default"))
                .hasMessage("pods is forbidden: User \"alice\" cannot list resource \"pods\" in API group \"\" in the"
                        + " namespace \"default\"");

        cluster.apply(bind("default", "devs-view", ref("ClusterRole", "view"), group("devs")));

        assertThat(alice.list("default").items()).isEmpty();
    }

    @Test
    void whatIsWrongWithAChangedRoleIsToldOnce() {
        cluster.apply(clusterRole("reader", rule("list", "", "pods")));
        var roles = cluster.client().on(ClusterRole.class);

        var refused = catchThrowableOfType(
                ApiException.class,
                () -> roles.update(clusterRole(
                        "reader",
                        PolicyRuleBuilder.builder().verbs(List.of("list")).build())));

        var details = refused.status().details();
        assertThat(details).isNotNull();
        assertThat(details.causes())
                .extracting(cause -> cause.field())
                .containsExactly("rules[0].apiGroups", "rules[0].resources");
    }

    @Test
    void whatWasDecidedBeforeDoesNotOutliveAWriteNorReachAFork() {
        var role = clusterRole("reader", rule("list", "", "pods"));
        var alice = cluster.as("alice", "devs").on(Pod.class);
        cluster.apply(role);
        cluster.apply(bind("default", "devs-read", ref("ClusterRole", "reader"), group("devs")));
        assertThat(alice.list("default").items()).isEmpty();

        try (var fork = cluster.fork()) {
            fork.client().on(RoleBinding.class).delete("default", "devs-read");
            var there = fork.as("alice", "devs").on(Pod.class);
            assertThatThrownBy(() -> there.list("default")).isInstanceOf(ApiException.class);
        }
        assertThat(alice.list("default").items()).isEmpty();

        cluster.apply(clusterRole("reader", rule("list", "", "services")));
        assertThatThrownBy(() -> alice.list("default")).isInstanceOf(ApiException.class);
        cluster.apply(role);
        assertThat(alice.list("default").items()).isEmpty();
        cluster.client().on(RoleBinding.class).delete("default", "devs-read");
        assertThatThrownBy(() -> alice.list("default")).isInstanceOf(ApiException.class);
    }

    @Test
    void whoeverChangesWhatIsNotThereMustBeAllowedToCreateIt() {
        cluster.apply(clusterRole("writer", rule("update patch", "coordination.k8s.io", "leases")));
        cluster.apply(bind("default", "devs-write", ref("ClusterRole", "writer"), group("devs")));
        var alice = cluster.as("alice", "devs").on(Lease.class);
        var lease = LeaseBuilder.builder()
                .metadata(Rbac.meta("default", "lock"))
                .spec(LeaseSpecBuilder.builder().leaseDurationSeconds(9).build())
                .build();
        Map<String, Object> config =
                Map.of("apiVersion", "coordination.k8s.io/v1", "kind", "Lease", "metadata", Map.of("name", "lock"));
        var refusal = "leases.coordination.k8s.io \"lock\" is forbidden: ";

        assertThatThrownBy(() -> alice.update(lease.withSpec(lease.spec().withLeaseDurationSeconds(-1))))
                .hasMessageContaining("spec.leaseDurationSeconds: Invalid value: -1");
        assertThatThrownBy(() -> alice.update(lease)).hasMessage(refusal);
        assertThatThrownBy(() -> alice.apply("default", config, "alice", false)).hasMessage(refusal);

        cluster.apply(clusterRole("writer", rule("create update patch", "coordination.k8s.io", "leases")));
        assertThat(alice.update(lease).spec().leaseDurationSeconds()).isEqualTo(9);
    }

    @Test
    void aRefusalCarriesTheNearMisses() {
        cluster.apply(bind("default", "devs-view", ref("ClusterRole", "view"), group("devs")));
        var alice = cluster.as("alice", "devs").on(Pod.class);

        var refused = catchThrowableOfType(ApiException.class, () -> alice.delete("default", "web"));

        assertThat(refused.code()).isEqualTo(403);
        assertThat(Render.text(refused.finding()))
                .contains(
                        "devs-view: RoleBinding \"devs-view/default\" of ClusterRole \"view\" to Group \"devs\" grants"
                                + " get, list, watch on configmaps, endpoints,")
                .contains(", not delete [rbac.verb]")
                .contains("ClusterRole \"edit\" allows this, but nothing binds it to the user here [rbac.not-bound]");
    }

    @Test
    void whatIsRevokedInAForkStaysGrantedInTheOriginal() {
        var binding = cluster.apply(bind("default", "devs-view", ref("ClusterRole", "view"), group("devs")));
        try (var fork = cluster.fork()) {
            fork.client().delete(binding);

            assertThatThrownBy(() -> fork.as("alice", "devs").on(Pod.class).list("default"))
                    .isInstanceOf(ApiException.class);
            assertThatCode(() -> cluster.as("alice", "devs").on(Pod.class).list("default"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aNewPartOfViewIsGatheredUpToAdmin() {
        var part = clusterRole("widget-viewer", rule("get list watch", "example.com", "widgets"));
        var labels = Map.of("rbac.authorization.k8s.io/aggregate-to-view", "true");
        cluster.apply(part.withMetadata(part.metadata().withLabels(labels)));

        cluster.settle();

        for (var name : List.of("view", "edit", "admin")) {
            var role = cluster.client().on(ClusterRole.class).get("", name);
            assertThat(role.rules()).as(name).contains(rule("get list watch", "example.com", "widgets"));
        }
    }

    @Test
    void anAdminOfANamespaceGrantsWhatHeHoldsAndNoMore() {
        cluster.apply(bind("default", "alice-admin", ref("ClusterRole", "admin"), user("alice")));
        var bindings = cluster.as("alice").on(RoleBinding.class);

        assertThatCode(() -> bindings.create(bind("default", "bob-edit", ref("ClusterRole", "edit"), user("bob"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        bindings.create(bind("default", "bob-root", ref("ClusterRole", "cluster-admin"), user("bob"))))
                .hasMessage(
                        """
                        rolebindings.rbac.authorization.k8s.io "bob-root" is forbidden: user "alice" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
                        {APIGroups:["*"], Resources:["*"], Verbs:["*"]}
                        {NonResourceURLs:["*"], Verbs:["*"]}""");
        assertThatThrownBy(() -> bindings.create(bind("default", "bob-x", ref("ClusterRole", "none"), user("bob"))))
                .hasMessage("clusterrole.rbac.authorization.k8s.io \"none\" not found");
    }

    @Test
    void theVerbBindLiftsTheRestriction() {
        cluster.apply(clusterRole(
                "binder",
                rule("create", "rbac.authorization.k8s.io", "rolebindings"),
                Rbac.named(rule("bind", "rbac.authorization.k8s.io", "clusterroles"), "cluster-admin")));
        cluster.apply(bind("default", "alice-binds", ref("ClusterRole", "binder"), user("alice")));
        var bindings = cluster.as("alice").on(RoleBinding.class);

        assertThatCode(() ->
                        bindings.create(bind("default", "bob-root", ref("ClusterRole", "cluster-admin"), user("bob"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> bindings.create(bind("default", "bob-view", ref("ClusterRole", "view"), user("bob"))))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void theRoleOfABindingNeverChanges() {
        var binding = cluster.apply(bind("default", "b", ref("ClusterRole", "view"), user("bob")));

        assertThatThrownBy(() -> cluster.client().update(binding.withRoleRef(ref("ClusterRole", "admin"))))
                .hasMessageContaining("roleRef: Invalid value")
                .hasMessageContaining("cannot change roleRef");
    }

    @Test
    void everybodyMayAskWhatHeMayDo() {
        cluster.apply(bind("default", "alice-view", ref("ClusterRole", "view"), user("alice")));
        var alice = cluster.as("alice");
        var question = new SelfSubjectAccessReview.Spec(
                ResourceAttributesBuilder.builder()
                        .namespace("default")
                        .verb("get")
                        .resource("pods")
                        .build(),
                null);

        var answer = alice.create(new SelfSubjectAccessReview(ObjectMeta.EMPTY, question, null));
        assertThat(answer.status().allowed()).isTrue();
        assertThat(answer.status().reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"alice-view/default\" of ClusterRole \"view\" to User"
                        + " \"alice\"");

        var rules = alice.create(
                new SelfSubjectRulesReview(ObjectMeta.EMPTY, new SelfSubjectRulesReview.Spec("default"), null));
        assertThat(rules.status().incomplete()).isFalse();
        assertThat(rules.status().resourceRules())
                .anySatisfy(rule -> assertThat(rule.resources()).contains("pods", "configmaps"));
        assertThat(rules.status().nonResourceRules())
                .anySatisfy(rule -> assertThat(rule.nonResourceURLs()).contains("/healthz"));
    }

    @Test
    void theBootstrapRepairsWhatWasTakenAwayUnlessToldNotTo() {
        var client = cluster.client();
        var discovery = client.on(ClusterRoleBinding.class).get("", "system:discovery");
        client.update(discovery.withSubjects(List.of(user("alice"))));
        var dns = client.on(ClusterRole.class).get("", "system:kube-dns");
        client.update(dns.withRules(List.of())
                .withMetadata(dns.metadata().withAnnotations(Map.of(DefaultPolicy.AUTO_UPDATE, "false"))));

        PolicyBootstrap.run(client);

        assertThat(client.on(ClusterRoleBinding.class)
                        .get("", "system:discovery")
                        .subjects())
                .containsExactly(user("alice"), group("system:authenticated"));
        assertThat(client.on(ClusterRole.class).get("", "system:kube-dns").rules())
                .isEmpty();
    }

    @Test
    void aServiceAccountOfAControllerMayWhatItsRoleSays() {
        var account = cluster.as(Users.serviceAccount("kube-system", "namespace-controller"));

        assertThat(account.on(ConfigMap.class).list("default").items()).isNotEmpty();
        assertThatThrownBy(() -> account.create(ConfigMapBuilder.builder()
                        .metadata(Rbac.meta("default", "settings"))
                        .build()))
                .hasMessageContaining("cannot create resource \"configmaps\"");
    }
}
