package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.account;
import static io.kubelayers.governance.rbac.RoleData.bind;
import static io.kubelayers.governance.rbac.RoleData.events;
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
    private static final String MANAGE_PODS = "create delete get list patch update watch";

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

    /** What every owner of pods needs: its own kind with status and finalizers. */
    private static PolicyRule own(String group, String plural) {
        return rule("get list patch update watch", group, plural + " " + plural + "/status " + plural + "/finalizers");
    }

    private static List<ClusterRole> workloads() {
        return List.of(
                controller(
                        "deployment-controller",
                        own("apps", "deployments"),
                        rule(MANAGE_PODS, "apps extensions", "replicasets"),
                        rule("get list update watch", CORE, "pods"),
                        events()),
                controller(
                        "replicaset-controller", own("apps", "replicasets"), rule(MANAGE_PODS, CORE, "pods"), events()),
                controller(
                        "replication-controller",
                        own(CORE, "replicationcontrollers"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        events()),
                controller(
                        "statefulset-controller",
                        own("apps", "statefulsets"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        rule(MANAGE_PODS, "apps", "controllerrevisions"),
                        rule("create delete get list patch update watch", CORE, "persistentvolumeclaims"),
                        events()),
                controller(
                        "daemon-set-controller",
                        own("apps", "daemonsets"),
                        rule("list watch", CORE, "nodes"),
                        rule(MANAGE_PODS, CORE, "pods"),
                        rule("create", CORE, "pods/binding"),
                        rule(MANAGE_PODS, "apps", "controllerrevisions"),
                        events()),
                controller("job-controller", own("batch", "jobs"), rule(MANAGE_PODS, CORE, "pods"), events()),
                controller(
                        "cronjob-controller",
                        own("batch", "cronjobs"),
                        rule(MANAGE_PODS, "batch", "jobs"),
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
                        rule("create", "discovery.k8s.io", "endpointslices/restricted"),
                        events()),
                controller(
                        "endpointslicemirroring-controller",
                        rule(READ, CORE, "endpoints services"),
                        rule("update", CORE, "endpoints/finalizers services/finalizers"),
                        rule("create delete get list update", "discovery.k8s.io", "endpointslices"),
                        rule("create", "discovery.k8s.io", "endpointslices/restricted"),
                        events()),
                controller(
                        "service-controller",
                        rule("get list patch update watch", CORE, "services"),
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
                        rule("delete get list watch", CORE, "pods"),
                        events()),
                controller("ttl-controller", rule("list patch update watch", CORE, "nodes"), events()),
                controller("service-account-controller", rule("create", CORE, "serviceaccounts"), events()),
                controller("root-ca-cert-publisher", rule("create update", CORE, "configmaps"), events()),
                controller(
                        "certificate-controller",
                        rule("delete get list watch", "certificates.k8s.io", "certificatesigningrequests"),
                        rule(
                                "update",
                                "certificates.k8s.io",
                                "certificatesigningrequests/approval certificatesigningrequests/status"),
                        rule("approve sign", "certificates.k8s.io", "signers"),
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
                        "resource-claim-controller",
                        rule(READ, CORE, "pods"),
                        rule("update", CORE, "pods/finalizers"),
                        rule("create delete get list watch", "resource.k8s.io", "resourceclaims"),
                        rule("patch update", "resource.k8s.io", "resourceclaims/status"),
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
