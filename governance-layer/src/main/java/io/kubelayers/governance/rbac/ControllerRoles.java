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
 * <p>Source: bootstrappolicy/controller_policy.go. A controller runs here as service account {@code NAME-controller}, so
 * accounts that upstream names without that ending are bound under both names.
 */
final class ControllerRoles {
    private static final String PREFIX = "system:controller:";
    private static final String ENDING = "-controller";
    private static final String SIGNER = "kubernetes.io/";
    private static final String MANAGE = "create delete get list patch update watch";
    private static final String MANAGE_PODS = "create delete list patch watch";

    private ControllerRoles() {}

    static List<ClusterRole> roles() {
        var roles = new ArrayList<ClusterRole>();
        roles.addAll(workloads());
        roles.addAll(services());
        roles.addAll(cluster());
        roles.addAll(storage());
        roles.addAll(policy());
        return roles;
    }

    static List<ClusterRoleBinding> bindings() {
        return roles().stream()
                .map(role -> role.metadata().nameOrEmpty().substring(PREFIX.length()))
                .map(name -> bind(PREFIX + name, PREFIX + name, accounts(name)))
                .toList();
    }

    private static Subject[] accounts(String name) {
        var account = account("kube-system", name);
        return name.endsWith(ENDING)
                ? new Subject[] {account}
                : new Subject[] {account, account("kube-system", name + ENDING)};
    }

    private static ClusterRole controller(String name, PolicyRule... rules) {
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
                        rule("get list update watch", CORE, "pods"),
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
                owner(
                        "statefulset-controller",
                        own(READ, "apps", "statefulsets"),
                        rule("list watch", CORE, "pods"),
                        rule("create delete get patch update", CORE, "pods"),
                        rule(MANAGE, "apps", "controllerrevisions"),
                        rule("create get", CORE, "persistentvolumeclaims"),
                        rule("delete update", CORE, "persistentvolumeclaims"),
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
                owner(
                        "cronjob-controller",
                        own(READ + " update", "batch", "cronjobs"),
                        rule(MANAGE, "batch", "jobs"),
                        rule("delete list", CORE, "pods"),
                        events()),
                controller("ttl-after-finished-controller", rule("delete get list watch", "batch", "jobs"), events()),
                controller(
                        "pod-garbage-collector",
                        rule("delete list watch", CORE, "pods"),
                        rule("get list", CORE, "nodes"),
                        rule("patch", CORE, "pods/status")));
    }

    private static List<ClusterRole> services() {
        return List.of(
                controller(
                        "endpoint-controller",
                        rule(READ, CORE, "pods services"),
                        rule("create delete get list update", CORE, "endpoints"),
                        rule("create", CORE, "endpoints/restricted"),
                        events()),
                controller(
                        "endpointslice-controller",
                        rule(READ, CORE, "nodes pods services"),
                        rule("update", CORE, "services/finalizers"),
                        rule("create delete get list update", "discovery.k8s.io", "endpointslices"),
                        events()),
                controller(
                        "endpointslicemirroring-controller",
                        rule(READ, CORE, "endpoints services"),
                        rule("update", CORE, "endpoints/finalizers services/finalizers"),
                        rule("create delete get list update", "discovery.k8s.io", "endpointslices"),
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
                        rule("get list patch update watch", "networking.k8s.io", "servicecidrs"),
                        rule("patch update", "networking.k8s.io", "servicecidrs/finalizers servicecidrs/status"),
                        rule(READ, "networking.k8s.io", "ipaddresses"),
                        events()));
    }

    private static List<ClusterRole> cluster() {
        return List.of(
                controller("generic-garbage-collector", rule("delete get list patch update watch", "*", "*"), events()),
                controller(
                        "namespace-controller",
                        rule("delete get list watch", CORE, "namespaces"),
                        rule("update", CORE, "namespaces/finalize namespaces/status"),
                        rule("delete deletecollection get list", "*", "*")),
                controller(
                        "node-controller",
                        rule("delete get list patch update", CORE, "nodes"),
                        rule("patch update", CORE, "nodes/status"),
                        rule("patch update", CORE, "pods/status"),
                        rule("delete get list", CORE, "pods"),
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
                        rule("delete get list watch", "certificates.k8s.io", "certificatesigningrequests"),
                        rule(
                                "update",
                                "certificates.k8s.io",
                                "certificatesigningrequests/approval certificatesigningrequests/status"),
                        named(
                                rule("approve", "certificates.k8s.io", "signers"),
                                SIGNER + "kube-apiserver-client-kubelet"),
                        named(
                                rule("sign", "certificates.k8s.io", "signers"),
                                SIGNER + "legacy-unknown",
                                SIGNER + "kube-apiserver-client",
                                SIGNER + "kube-apiserver-client-kubelet",
                                SIGNER + "kubelet-serving"),
                        rule("create", "authorization.k8s.io", "subjectaccessreviews"),
                        events()));
    }

    private static List<ClusterRole> storage() {
        return List.of(
                controller(
                        "persistent-volume-binder",
                        rule("create delete get list update watch", CORE, "persistentvolumes"),
                        rule("update", CORE, "persistentvolumes/status"),
                        rule("get list update watch", CORE, "persistentvolumeclaims"),
                        rule("update", CORE, "persistentvolumeclaims/status"),
                        rule("create delete get list watch", CORE, "pods"),
                        rule(READ, "storage.k8s.io", "storageclasses"),
                        rule("create delete get update", CORE, "endpoints"),
                        rule("create delete get", CORE, "services"),
                        rule("get", CORE, "secrets"),
                        rule("get list", CORE, "nodes"),
                        rule("watch", CORE, "events"),
                        events()),
                controller(
                        "attachdetach-controller",
                        rule("list watch", CORE, "persistentvolumeclaims persistentvolumes"),
                        rule(READ, CORE, "nodes"),
                        rule("patch update", CORE, "nodes/status"),
                        rule("list watch", CORE, "pods"),
                        rule("create delete get list watch", "storage.k8s.io", "volumeattachments"),
                        rule(READ, "storage.k8s.io", "csidrivers csinodes"),
                        events()),
                controller(
                        "expand-controller",
                        rule("get list patch update watch", CORE, "persistentvolumes"),
                        rule("patch update", CORE, "persistentvolumeclaims/status"),
                        rule("get list watch", CORE, "persistentvolumeclaims"),
                        rule(READ, "storage.k8s.io", "storageclasses"),
                        rule("get", CORE, "endpoints services"),
                        rule("get", CORE, "secrets"),
                        events()),
                controller(
                        "ephemeral-volume-controller",
                        rule(READ, CORE, "pods"),
                        rule("update", CORE, "pods/finalizers"),
                        rule("create get list watch", CORE, "persistentvolumeclaims"),
                        events()),
                controller(
                        "pvc-protection-controller",
                        rule("get list update watch", CORE, "persistentvolumeclaims"),
                        rule(READ, CORE, "pods"),
                        events()),
                controller(
                        "pv-protection-controller", rule("get list update watch", CORE, "persistentvolumes"), events()),
                controller(
                        "volumeattributesclass-protection-controller",
                        rule(READ, CORE, "persistentvolumeclaims"),
                        rule(READ, CORE, "persistentvolumes"),
                        rule("get list update watch", "storage.k8s.io", "volumeattributesclasses"),
                        events()),
                controller(
                        "selinux-warning-controller",
                        rule(READ, CORE, "persistentvolumeclaims persistentvolumes pods"),
                        rule(READ, "storage.k8s.io", "csidrivers"),
                        events()),
                controller(
                        "resource-claim-controller",
                        rule(READ, CORE, "pods"),
                        rule("update", CORE, "pods/finalizers"),
                        rule("create delete get list watch", "resource.k8s.io", "resourceclaims"),
                        rule("patch update", "resource.k8s.io", "resourceclaims resourceclaims/status"),
                        rule("patch update", CORE, "pods/status"),
                        events()));
    }

    private static List<ClusterRole> policy() {
        return List.of(
                controller(
                        "clusterrole-aggregation-controller",
                        rule("escalate get list patch update watch", "rbac.authorization.k8s.io", "clusterroles")),
                controller(
                        "resourcequota-controller",
                        rule("list watch", "*", "*"),
                        rule("update", CORE, "resourcequotas/status"),
                        events()),
                controller(
                        "disruption-controller",
                        rule(READ, "apps extensions", "deployments replicasets"),
                        rule(READ, CORE, "replicationcontrollers"),
                        rule(READ, "apps", "statefulsets"),
                        rule(READ, "policy", "poddisruptionbudgets"),
                        rule("update", "policy", "poddisruptionbudgets/status"),
                        rule("patch update", CORE, "pods/status"),
                        rule("get", "*", "*/scale"),
                        events()),
                controller(
                        "horizontal-pod-autoscaler",
                        rule(READ, "autoscaling", "horizontalpodautoscalers"),
                        rule("update", "autoscaling", "horizontalpodautoscalers/status"),
                        rule("get update", "*", "*/scale"),
                        rule("list", CORE, "pods"),
                        rule("list", "metrics.k8s.io", "pods"),
                        rule("get list", "custom.metrics.k8s.io", "*"),
                        rule("get list", "external.metrics.k8s.io", "*"),
                        events()));
    }
}
