package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.account;
import static io.kubelayers.governance.rbac.RoleData.bind;
import static io.kubelayers.governance.rbac.RoleData.events;
import static io.kubelayers.governance.rbac.RoleData.named;
import static io.kubelayers.governance.rbac.RoleData.role;
import static io.kubelayers.governance.rbac.RoleData.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The default roles for controllers, each bound to the service account of its controller in kube-system.
 *
 * <p>Source: bootstrappolicy/controller_policy.go, the rules in its order; what feature gates add as far as they are on by
 * default in v1.35. Roles of controllers about volumes are {@link VolumeControllerRoles}.
 */
final class ControllerRoles {
    private static final String PREFIX = "system:controller:";
    private static final String SIGNER = "kubernetes.io/";
    private static final String CERTIFICATES = "certificates.k8s.io";
    private static final String DISCOVERY = "discovery.k8s.io";
    private static final String NETWORKING = "networking.k8s.io";
    private static final String RESOURCE = "resource.k8s.io";
    private static final String MANAGE = "create delete get list patch update watch";
    private static final String MANAGE_PODS = "create delete list patch watch";

    private ControllerRoles() {}

    static List<ClusterRole> roles() {
        var roles = new ArrayList<ClusterRole>();
        roles.addAll(workloads());
        roles.addAll(services());
        roles.addAll(cluster());
        roles.addAll(VolumeControllerRoles.all());
        roles.addAll(policy());
        return roles;
    }

    static List<ClusterRoleBinding> bindings() {
        return roles().stream()
                .map(role -> role.metadata().nameOrEmpty().substring(PREFIX.length()))
                .map(name -> bind(PREFIX + name, PREFIX + name, account("kube-system", name)))
                .toList();
    }

    static ClusterRole controller(String name, PolicyRule... rules) {
        return role(PREFIX + name, rules);
    }

    /** What a controller does to its own kind: these verbs, and updates of status and finalizers. */
    private static List<PolicyRule> own(String verbs, String groups, String plural) {
        return List.of(
                rule(verbs, groups, plural),
                rule("update", groups, plural + "/status"),
                rule("update", groups, plural + "/finalizers"));
    }

    private static ClusterRole owner(String name, List<PolicyRule> own, PolicyRule... more) {
        var rules = new ArrayList<>(own);
        rules.addAll(List.of(more));
        return controller(name, rules.toArray(new PolicyRule[0]));
    }

    private static List<ClusterRole> workloads() {
        return List.of(
                owner(
                        "deployment-controller",
                        own(READ + " update", "apps extensions", "deployments"),
                        rule(MANAGE, "apps extensions", "replicasets"),
                        rule(READ + " update", CORE, "pods"),
                        events()),
                owner(
                        "replicaset-controller",
                        own(READ + " update", "apps extensions", "replicasets"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        events()),
                owner(
                        "replication-controller",
                        own(READ + " update", CORE, "replicationcontrollers"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        events()),
                controller(
                        "statefulset-controller",
                        rule("list watch", CORE, "pods"),
                        rule(READ, "apps", "statefulsets"),
                        rule("update", "apps", "statefulsets/status"),
                        rule("update", "apps", "statefulsets/finalizers"),
                        rule("create delete get patch update", CORE, "pods"),
                        rule(MANAGE, "apps", "controllerrevisions"),
                        rule("create " + READ, CORE, "persistentvolumeclaims"),
                        rule("delete update", CORE, "persistentvolumeclaims"),
                        rule("update", CORE, "pods/finalizers"),
                        events()),
                owner(
                        "daemon-set-controller",
                        own(READ, "apps extensions", "daemonsets"),
                        rule("list watch", CORE, "nodes"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        rule("create", CORE, "pods/binding"),
                        rule(MANAGE, "apps", "controllerrevisions"),
                        events()),
                owner(
                        "job-controller",
                        own(READ + " patch update", "batch", "jobs"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        events()),
                controller(
                        "cronjob-controller",
                        rule(READ + " update", "batch", "cronjobs"),
                        rule(MANAGE, "batch", "jobs"),
                        rule("update", "batch", "cronjobs/status"),
                        rule("update", "batch", "cronjobs/finalizers"),
                        rule("delete list watch", CORE, "pods"),
                        events()),
                controller("ttl-after-finished-controller", rule("delete " + READ, "batch", "jobs"), events()),
                controller(
                        "pod-garbage-collector",
                        rule("delete list watch", CORE, "pods"),
                        rule(READ, CORE, "nodes"),
                        rule("patch", CORE, "pods/status")),
                controller(
                        "resource-claim-controller",
                        rule(READ, CORE, "pods"),
                        rule("update", CORE, "pods/finalizers"),
                        rule("create delete " + READ, RESOURCE, "resourceclaims"),
                        rule("patch update", RESOURCE, "resourceclaims resourceclaims/status"),
                        rule("patch update", CORE, "pods/status"),
                        events()));
    }

    private static List<ClusterRole> services() {
        return List.of(
                controller(
                        "endpoint-controller",
                        rule(READ, CORE, "pods services"),
                        rule("create delete update " + READ, CORE, "endpoints"),
                        rule("create", CORE, "endpoints/restricted"),
                        events()),
                controller(
                        "endpointslice-controller",
                        rule(READ, CORE, "nodes pods services"),
                        rule("update", CORE, "services/finalizers"),
                        rule("create delete update " + READ, DISCOVERY, "endpointslices"),
                        events()),
                controller(
                        "endpointslicemirroring-controller",
                        rule(READ, CORE, "endpoints services"),
                        rule("update", CORE, "services/finalizers"),
                        rule("update", CORE, "endpoints/finalizers"),
                        rule("create delete update " + READ, DISCOVERY, "endpointslices"),
                        events()),
                controller(
                        "service-controller",
                        rule(READ, CORE, "services"),
                        rule("patch update", CORE, "services/status"),
                        rule("list watch", CORE, "nodes"),
                        events()),
                controller(
                        "route-controller",
                        rule("list watch", CORE, "nodes"),
                        rule("patch", CORE, "nodes/status"),
                        events()),
                controller(
                        "service-cidrs-controller",
                        rule(READ + " patch update", NETWORKING, "servicecidrs"),
                        rule("patch update", NETWORKING, "servicecidrs/finalizers"),
                        rule("patch update", NETWORKING, "servicecidrs/status"),
                        rule(READ, NETWORKING, "ipaddresses"),
                        events()));
    }

    private static List<ClusterRole> cluster() {
        return List.of(
                controller("generic-garbage-collector", rule(READ + " delete patch update", "*", "*"), events()),
                controller(
                        "namespace-controller",
                        rule("delete " + READ, CORE, "namespaces"),
                        rule("update", CORE, "namespaces/finalize namespaces/status"),
                        rule("delete deletecollection " + READ, "*", "*")),
                controller(
                        "node-controller",
                        rule(READ + " delete patch update", CORE, "nodes"),
                        rule("patch update", CORE, "nodes/status"),
                        rule("patch update", CORE, "pods/status"),
                        rule("delete " + READ, CORE, "pods"),
                        events()),
                controller("ttl-controller", rule("list patch update watch", CORE, "nodes"), events()),
                controller("service-account-controller", rule("create", CORE, "serviceaccounts"), events()),
                controller("root-ca-cert-publisher", rule("create update", CORE, "configmaps"), events()),
                controller(
                        "legacy-service-account-token-cleaner",
                        named(rule("get", CORE, "configmaps"), "kube-apiserver-legacy-service-account-token-tracking"),
                        rule("delete patch", CORE, "secrets")),
                controller(
                        "validatingadmissionpolicy-status-controller",
                        rule(READ, "admissionregistration.k8s.io", "validatingadmissionpolicies"),
                        rule("get patch update", "admissionregistration.k8s.io", "validatingadmissionpolicies/status"),
                        events()),
                controller(
                        "certificate-controller",
                        rule("delete " + READ, CERTIFICATES, "certificatesigningrequests"),
                        rule(
                                "update",
                                CERTIFICATES,
                                "certificatesigningrequests/approval certificatesigningrequests/status"),
                        named(rule("approve", CERTIFICATES, "signers"), SIGNER + "kube-apiserver-client-kubelet"),
                        named(
                                rule("sign", CERTIFICATES, "signers"),
                                SIGNER + "kube-apiserver-client",
                                SIGNER + "kube-apiserver-client-kubelet",
                                SIGNER + "kubelet-serving",
                                SIGNER + "legacy-unknown"),
                        rule("create", "authorization.k8s.io", "subjectaccessreviews"),
                        events()));
    }

    private static List<ClusterRole> policy() {
        return List.of(
                controller(
                        "clusterrole-aggregation-controller",
                        rule("escalate " + READ + " patch update", "rbac.authorization.k8s.io", "clusterroles")),
                controller(
                        "resourcequota-controller",
                        rule("list watch", "*", "*"),
                        rule("update", CORE, "resourcequotas/status"),
                        events()),
                controller(
                        "disruption-controller",
                        rule(READ, "apps extensions", "deployments"),
                        rule(READ, "apps extensions", "replicasets"),
                        rule(READ, CORE, "replicationcontrollers"),
                        rule(READ, "policy", "poddisruptionbudgets"),
                        rule(READ, "apps", "statefulsets"),
                        rule("update", "policy", "poddisruptionbudgets/status"),
                        rule("patch update", CORE, "pods/status"),
                        rule("get", "*", "*/scale"),
                        events()),
                controller(
                        "horizontal-pod-autoscaler",
                        rule(READ, "autoscaling", "horizontalpodautoscalers"),
                        rule("update", "autoscaling", "horizontalpodautoscalers/status"),
                        rule("get update", "*", "*/scale"),
                        rule("list watch", CORE, "pods"),
                        rule("list watch", "metrics.k8s.io", "pods"),
                        rule(READ, "custom.metrics.k8s.io", "*"),
                        rule(READ, "external.metrics.k8s.io", "*"),
                        events()));
    }
}
