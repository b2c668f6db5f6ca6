package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.events;
import static io.kubelayers.governance.rbac.RoleData.named;
import static io.kubelayers.governance.rbac.RoleData.role;
import static io.kubelayers.governance.rbac.RoleData.rule;

import java.util.List;

/** The default roles for parts of the system: scheduler, controller manager, nodes, proxy, DNS. */
final class ComponentRoles {
    private static final String LEASES = "coordination.k8s.io";
    private static final String STORAGE = "storage.k8s.io";
    private static final String DEVICES = "resource.k8s.io";
    private static final String READ_UPDATE = READ + " patch update";
    private static final String CSRS = "certificatesigningrequests";
    private static final String CERTIFICATES = "certificates.k8s.io";

    private ComponentRoles() {}

    static List<ClusterRole> all() {
        return List.of(
                role(
                        "system:auth-delegator",
                        reviewTokens(),
                        rule("create", "authorization.k8s.io", "subjectaccessreviews")),
                role(
                        "system:heapster",
                        rule(READ, CORE, "events pods nodes namespaces"),
                        rule(READ, "extensions", "deployments")),
                role("system:kube-aggregator", rule(READ, CORE, "services endpoints")),
                controllerManager(),
                scheduler(),
                volumeScheduler(),
                role("system:kube-dns", rule("list watch", CORE, "endpoints services")),
                role(
                        "system:kubelet-api-admin",
                        rule(READ, CORE, "nodes"),
                        rule("proxy", CORE, "nodes"),
                        rule("*", CORE, "nodes/log nodes/metrics nodes/proxy nodes/stats"),
                        rule("*", CORE, "nodes/configz nodes/healthz nodes/pods")),
                node(),
                role("system:node-bootstrapper", rule("create get list watch", CERTIFICATES, CSRS)),
                role(
                        "system:node-problem-detector",
                        rule("get", CORE, "nodes"),
                        rule("patch", CORE, "nodes/status"),
                        events()),
                role(
                        "system:node-proxier",
                        rule("list watch", CORE, "services endpoints"),
                        rule(READ, CORE, "nodes"),
                        events(),
                        rule("list watch", "networking.k8s.io", "servicecidrs"),
                        rule("list watch", "discovery.k8s.io", "endpointslices")),
                role(
                        "system:persistent-volume-provisioner",
                        rule("create delete get list watch", CORE, "persistentvolumes"),
                        rule("get list update watch", CORE, "persistentvolumeclaims"),
                        rule(READ, STORAGE, "storageclasses"),
                        rule("watch", CORE, "events"),
                        events()),
                approver("kube-apiserver-client"),
                approver("kube-apiserver-client-kubelet"),
                approver("kubelet-serving"),
                approver("legacy-unknown"),
                role(
                        "system:certificates.k8s.io:certificatesigningrequests:nodeclient",
                        rule("create", CERTIFICATES, CSRS + "/nodeclient")),
                role(
                        "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient",
                        rule("create", CERTIFICATES, CSRS + "/selfnodeclient")));
    }

    private static PolicyRule reviewTokens() {
        return rule("create", "authentication.k8s.io", "tokenreviews");
    }

    private static ClusterRole approver(String signer) {
        return role(
                "system:certificates.k8s.io:" + signer + "-approver",
                named(rule("approve", CERTIFICATES, "signers"), "kubernetes.io/" + signer));
    }

    private static ClusterRole controllerManager() {
        return role(
                "system:kube-controller-manager",
                events(),
                rule("create", LEASES, "leases"),
                named(rule("get update", LEASES, "leases"), "kube-controller-manager"),
                rule("create", CORE, "secrets serviceaccounts"),
                rule("delete", CORE, "secrets"),
                rule("get", CORE, "configmaps namespaces secrets serviceaccounts"),
                rule("update", CORE, "secrets serviceaccounts"),
                reviewTokens(),
                rule("create", "authorization.k8s.io", "subjectaccessreviews"),
                rule("list watch", "*", "*"),
                rule("create", CORE, "serviceaccounts/token"));
    }

    private static ClusterRole scheduler() {
        return role(
                "system:kube-scheduler",
                events(),
                rule("create", LEASES, "leases"),
                named(rule("get update", LEASES, "leases"), "kube-scheduler"),
                rule(READ, CORE, "nodes"),
                rule("delete get list watch", CORE, "pods"),
                rule("create", CORE, "bindings pods/binding"),
                rule("patch update", CORE, "pods/status"),
                rule(READ, CORE, "replicationcontrollers services"),
                rule(READ, "apps extensions", "replicasets"),
                rule(READ, "apps", "statefulsets"),
                rule(READ, "policy", "poddisruptionbudgets"),
                rule(READ, CORE, "persistentvolumeclaims persistentvolumes"),
                reviewTokens(),
                rule("create", "authorization.k8s.io", "subjectaccessreviews"),
                rule(READ, STORAGE, "csinodes"),
                rule(READ, STORAGE, "volumeattachments"),
                rule(READ, CORE, "namespaces"),
                rule(READ, STORAGE, "csidrivers"),
                rule(READ, STORAGE, "csistoragecapacities"),
                rule(READ, DEVICES, "deviceclasses"),
                rule(READ_UPDATE, DEVICES, "resourceclaims"),
                rule(READ_UPDATE, DEVICES, "resourceclaims/status"),
                rule(READ_UPDATE, CORE, "pods/finalizers"),
                rule(READ, DEVICES, "resourceslices"));
    }

    private static ClusterRole volumeScheduler() {
        return role(
                "system:volume-scheduler",
                rule("get list patch update watch", CORE, "persistentvolumes"),
                rule(READ, STORAGE, "storageclasses"),
                rule("get list patch update watch", CORE, "persistentvolumeclaims"));
    }

    static ClusterRole node() {
        return role(
                "system:node",
                reviewTokens(),
                rule("create", "authorization.k8s.io", "subjectaccessreviews localsubjectaccessreviews"),
                rule(READ, CORE, "services"),
                rule("create get list watch", CORE, "nodes"),
                rule("patch update", CORE, "nodes/status"),
                rule("patch update", CORE, "nodes"),
                rule("create patch update", CORE, "events"),
                rule(READ, CORE, "pods"),
                rule("create delete", CORE, "pods"),
                rule("patch update", CORE, "pods/status"),
                rule("create", CORE, "pods/eviction"),
                rule(READ, CORE, "configmaps secrets"),
                rule("get", CORE, "persistentvolumeclaims persistentvolumes"),
                rule("get", CORE, "endpoints"),
                rule("create get list watch", CERTIFICATES, CSRS),
                rule("create delete get patch update", LEASES, "leases"),
                rule("get", STORAGE, "volumeattachments"),
                rule("create", CORE, "serviceaccounts/token"),
                rule("get patch update", CORE, "persistentvolumeclaims/status"),
                rule(READ, STORAGE, "csidrivers"),
                rule("create delete get patch update", STORAGE, "csinodes"),
                rule(READ, "node.k8s.io", "runtimeclasses"),
                rule("get", DEVICES, "resourceclaims"),
                rule("deletecollection", DEVICES, "resourceslices"),
                rule("get", CORE, "serviceaccounts"));
    }
}
