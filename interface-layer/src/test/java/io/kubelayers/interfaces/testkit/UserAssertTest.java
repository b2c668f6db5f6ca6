package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 0, manifests = "shop.yaml")
class UserAssertTest {
    @Test
    void takes_resources_as_kubectl_does(Cluster cluster) {
        assertThat(cluster)
                .user("jane", "developers")
                .in("dev")
                .can("delete", "pods")
                .can("list", "po")
                .can("get", "pod", "web-0")
                .cannot("get", "pods/log")
                .cannot("delete", "deployments.apps")
                .cannot("get", "nodes")
                .cannot("get", "/metrics");
        assertThat(cluster).user("jane", "developers").inAllNamespaces().cannot("list", "pods");
        assertThat(cluster).user("root", "system:masters").can("delete", "nodes");
        assertThat(cluster).serviceAccount("dev/builder").cannot("delete", "pods");
    }

    @Test
    void tells_what_nearly_allowed_it(Cluster cluster) {
        assertThatThrownBy(() ->
                        assertThat(cluster).user("jane", "developers").in("dev").can("update", "pods"))
                .hasMessage(
                        """

                        Expected: user jane can update pods in namespace dev
                        But:      nothing allows it
                        Why:
                          - no authorizer allows it [authorization]
                            - not a member of group system:masters [masters]
                            - not the agent of a node [node.authorize]
                            - user/jane: User "jane" cannot update resource "pods" in API group "" in the namespace "dev" (groups [developers, system:authenticated]) [rbac.authorize]
                              · developers: RoleBinding "developers/dev" of Role "pod-keeper" to Group "developers" grants get, list, create, delete on pods in API group "", not update [rbac.verb]
                              · edit: ClusterRole "edit" allows this, but nothing binds it to the user here [rbac.not-bound]
                              · admin: ClusterRole "admin" allows this, but nothing binds it to the user here [rbac.not-bound]""");
    }

    @Test
    void tells_what_allows_it(Cluster cluster) {
        assertThatThrownBy(() ->
                        assertThat(cluster).user("jane", "developers").in("dev").cannot("delete", "pods"))
                .hasMessage(
                        """

                        Expected: user jane cannot delete pods in namespace dev
                        But:      it is allowed: RBAC: allowed by RoleBinding "developers/dev" of Role "pod-keeper" to Group "developers"
                        Why:
                          + user/jane: RBAC: allowed by RoleBinding "developers/dev" of Role "pod-keeper" to Group "developers" [rbac.authorize]
                            + developers: RoleBinding "developers/dev" of Role "pod-keeper" to Group "developers" (rule 0, allows {APIGroups:[""], Resources:["pods"], Verbs:["get" "list" "create" "delete"]}) [rbac.grant]""");
    }

    @Test
    void stumbles_over_words_that_would_prove_nothing(Cluster cluster) {
        var jane = assertThat(cluster).user("jane");
        assertThatThrownBy(() -> jane.cannot("delete", "pdos"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no resource \"pdos\" in this cluster; typo of pods?");
        assertThatThrownBy(() -> jane.cannot("delte", "pods"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no verb \"delte\" in this cluster; typo of delete?");
        assertThatThrownBy(() -> jane.cannot("get", "pods/logs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no subresource \"pods/logs\" in this cluster; typo of log?");
        assertThatThrownBy(() -> jane.in("devel").cannot("delete", "pods"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """

                        Expected: Namespace devel exists
                        But:      there is no such Namespace
                        Hint:     typo of dev?""");
    }
}
