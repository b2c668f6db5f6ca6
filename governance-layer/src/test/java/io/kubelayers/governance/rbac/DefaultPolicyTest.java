package io.kubelayers.governance.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultPolicyTest {
    private static final RbacPolicy DEFAULTS = DefaultPolicy.policy();

    @ParameterizedTest(name = "{0} {2}s {3}{4}: {5}")
    @CsvSource(
            textBlock =
                    """
            view,  '',                          get,    pods,            '',      true
            view,  '',                          list,   configmaps,      '',      true
            view,  '',                          get,    secrets,         '',      false
            view,  '',                          create, pods,            '',      false
            view,  '',                          get,    pods,            exec,    false
            view,  apps,                        watch,  deployments,     scale,   true
            edit,  '',                          get,    secrets,         '',      true
            edit,  apps,                        update, deployments,     scale,   true
            edit,  '',                          create, pods,            exec,    true
            edit,  '',                          update, resourcequotas,  '',      false
            edit,  rbac.authorization.k8s.io,   create, rolebindings,    '',      false
            edit,  '',                          update, endpoints,       '',      false
            admin, rbac.authorization.k8s.io,   create, rolebindings,    '',      true
            admin, authorization.k8s.io,        create, localsubjectaccessreviews, '', true
            admin, '',                          update, resourcequotas,  '',      false
            admin, '',                          delete, namespaces,      '',      false
            """)
    void rolesForPeopleAllowWhatTheyAreFor(
            String role, String group, String verb, String resource, String subresource, boolean allowed) {
        var rbac = RbacEvaluator.of(
                DEFAULTS.with(Rbac.bind("team", "b", Rbac.ref("ClusterRole", role), Rbac.user("alice"))));
        var request = AccessRequest.to(Users.user("alice"), verb, group, resource)
                .withSubresource(subresource)
                .withNamespace("team");

        assertThat(rbac.authorize(request).allowed()).isEqualTo(allowed);
    }

    @Test
    void everybodyMaySeeThatTheServerIsUp() {
        assertThat(allowsPath(Users.anonymous(), "/healthz")).isTrue();
        assertThat(allowsPath(Users.anonymous(), "/apis/apps")).isFalse();
        assertThat(allowsPath(Users.user("alice"), "/apis/apps")).isTrue();
    }

    private static boolean allowsPath(UserInfo user, String path) {
        return RbacEvaluator.of(DEFAULTS)
                .authorize(AccessRequest.toPath(user, "get", path))
                .allowed();
    }

    @Test
    void mastersMayDoEverything() {
        assertThat(RbacEvaluator.of(DEFAULTS)
                        .authorize(AccessRequest.to(Users.admin(), "delete", "example.com", "widgets"))
                        .reason())
                .isEqualTo("RBAC: allowed by ClusterRoleBinding \"cluster-admin\" of ClusterRole \"cluster-admin\" to"
                        + " Group \"system:masters\"");
    }

    @Test
    void whatNodesMayDoIsBoundToNobody() {
        var request = AccessRequest.to(Users.node("n1"), "patch", "", "nodes")
                .withName("n1")
                .withSubresource("status");
        assertThat(RbacEvaluator.of(DEFAULTS).authorize(request).allowed()).isFalse();
        assertThat(DefaultPolicy.nodeRules()).anyMatch(rule -> rule.allows(request));
    }

    @Test
    void theSchedulerBindsPodsAndAControllerOwnsItsKind() {
        var rbac = RbacEvaluator.of(DEFAULTS);
        var scheduler = Users.user("system:kube-scheduler");
        var deployments = Users.serviceAccount("kube-system", "deployment-controller");

        assertThat(rbac.authorize(AccessRequest.to(scheduler, "create", "", "pods")
                                .withSubresource("binding")
                                .withNamespace("team"))
                        .allowed())
                .isTrue();
        assertThat(rbac.authorize(AccessRequest.to(deployments, "create", "apps", "replicasets")
                                .withNamespace("team"))
                        .allowed())
                .isTrue();
        assertThat(rbac.authorize(AccessRequest.to(deployments, "get", "", "secrets")
                                .withNamespace("team"))
                        .allowed())
                .isFalse();
    }

    @Test
    void controllersMayDoToTheirKindsWhatTheyMustAndNoMore() {
        var rbac = RbacEvaluator.of(DEFAULTS);
        var jobs = Users.serviceAccount("kube-system", "job-controller");

        assertThat(rbac.authorize(AccessRequest.to(jobs, "update", "batch", "jobs")
                                .withSubresource("status"))
                        .allowed())
                .isTrue();
        assertThat(rbac.authorize(
                                AccessRequest.to(jobs, "patch", "batch", "jobs").withSubresource("status"))
                        .allowed())
                .isFalse();
        assertThat(rbac.authorize(AccessRequest.to(jobs, "get", "", "pods")).allowed())
                .isFalse();
    }

    /** A rule a row, as upstream's testdata has them: the roles whose rules changed between v1.31 and v1.35. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "system:controller:cronjob-controller, [delete list watch] [] [pods]",
        "system:controller:endpoint-controller, [create delete get list update watch] [] [endpoints]",
        "system:controller:statefulset-controller, [update] [] [pods/finalizers]",
        "system:controller:statefulset-controller, [create get list watch] [] [persistentvolumeclaims]",
        "system:controller:persistent-volume-binder, [list watch] [] [nodes]",
        "system:controller:service-cidrs-controller, " + "[patch update] [networking.k8s.io] [servicecidrs/finalizers]",
        "system:controller:selinux-warning-controller, [get list watch] [storage.k8s.io] [csidrivers]",
        "system:controller:resource-claim-controller, "
                + "[patch update] [resource.k8s.io] [resourceclaims resourceclaims/status]",
        "system:controller:horizontal-pod-autoscaler, [get list watch] [external.metrics.k8s.io] [*]",
        "system:kube-scheduler, [get list patch update watch] [resource.k8s.io] [resourceclaims/status]",
        "system:kube-scheduler, [get list watch] [storage.k8s.io] [volumeattachments]",
        "system:kubelet-api-admin, [*] [] [nodes/configz nodes/healthz nodes/pods]",
        "system:node, [deletecollection] [resource.k8s.io] [resourceslices]",
        "system:node, [get] [] [serviceaccounts]",
    })
    void rolesHaveTheRulesOfTheNewestVersion(String role, String rule) {
        var found = DEFAULTS.clusterRole(role);
        assertThat(found).isNotNull();
        assertThat(found.rules())
                .extracting(one -> words(one.verbs()) + " " + words(one.apiGroups()) + " " + words(one.resources()))
                .contains(rule);
    }

    private static String words(List<String> words) {
        return "[" + String.join(" ", words) + "]";
    }

    @Test
    void rolesForFeaturesThatAreOffAreNotThere() {
        for (var off : List.of(
                "device-taint-eviction-controller",
                "podcertificaterequestcleaner",
                "kube-apiserver-serving-clustertrustbundle-publisher",
                "storage-version-garbage-collector",
                "storage-version-migrator-controller")) {
            assertThat(DEFAULTS.clusterRole("system:controller:" + off)).as(off).isNull();
        }
        assertThat(DEFAULTS.clusterRole("system:cluster-trust-bundle-discovery"))
                .isNull();
    }

    @Test
    void rolesWithinTheSystemsNamespacesAreThere() {
        var rbac = RbacEvaluator.of(DEFAULTS);
        var cleaner = Users.serviceAccount("kube-system", "token-cleaner");
        var signer = Users.serviceAccount("kube-system", "bootstrap-signer");
        var info = AccessRequest.to(signer, "update", "", "configmaps").withName("cluster-info");

        assertThat(rbac.authorize(AccessRequest.to(cleaner, "delete", "", "secrets")
                                .withNamespace("kube-system"))
                        .allowed())
                .isTrue();
        assertThat(rbac.authorize(info.withNamespace("kube-public")).allowed()).isTrue();
        assertThat(rbac.authorize(info.withNamespace("kube-system")).allowed()).isFalse();
    }

    @Test
    void allOfItIsValidAndRefersToRolesThatExist() {
        var errors = new ArrayList<FieldError>();
        for (var object : DefaultPolicy.objects()) {
            errors.addAll(errors(object));
        }

        assertThat(errors).isEmpty();
        assertThat(DEFAULTS.bindings(""))
                .allSatisfy(binding -> assertThat(DEFAULTS.rules(binding.roleRef(), binding.namespace()))
                        .as(binding.describe())
                        .isNotNull());
    }

    private static List<FieldError> errors(KubernetesObject object) {
        if (object instanceof ClusterRole role) {
            return new ClusterRoleRules().validate(role);
        }
        if (object instanceof Role role) {
            return new RoleRules().validate(role);
        }
        return object instanceof ClusterRoleBinding binding
                ? new ClusterRoleBindingRules().validate(binding)
                : new RoleBindingRules().validate((RoleBinding) object);
    }
}
