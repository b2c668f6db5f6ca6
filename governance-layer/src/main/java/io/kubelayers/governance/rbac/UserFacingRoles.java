package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.READ_WRITE;
import static io.kubelayers.governance.rbac.RoleData.WRITE;
import static io.kubelayers.governance.rbac.RoleData.aggregateTo;
import static io.kubelayers.governance.rbac.RoleData.gathering;
import static io.kubelayers.governance.rbac.RoleData.partOf;
import static io.kubelayers.governance.rbac.RoleData.role;
import static io.kubelayers.governance.rbac.RoleData.rule;
import static io.kubelayers.governance.rbac.RoleData.urls;

import java.util.List;
import java.util.Map;

/** The default roles for people: cluster-admin, admin, edit, view, and what everybody may do. */
final class UserFacingRoles {
    private static final String HEALTH = "/healthz /livez /readyz /version /version/";

    private UserFacingRoles() {}

    static List<ClusterRole> all() {
        return List.of(
                role("cluster-admin", rule("*", "*", "*"), urls("*", "*")),
                gathering("admin", Map.of()),
                gathering("edit", aggregateTo("admin")),
                gathering("view", aggregateTo("edit")),
                admin(),
                edit(),
                view(),
                role("system:discovery", urls("get", HEALTH + " /api /api/* /apis /apis/* /openapi /openapi/*")),
                role("system:public-info-viewer", urls("get", HEALTH)),
                role(
                        "system:monitoring",
                        urls("get", "/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/*")),
                role(
                        "system:basic-user",
                        rule("create", "authorization.k8s.io", "selfsubjectaccessreviews selfsubjectrulesreviews"),
                        rule("create", "authentication.k8s.io", "selfsubjectreviews")),
                role(
                        "system:service-account-issuer-discovery",
                        urls(
                                "get",
                                "/.well-known/openid-configuration /.well-known/openid-configuration/"
                                        + " /openid/v1/jwks /openid/v1/jwks/")));
    }

    private static ClusterRole admin() {
        return partOf(
                "admin",
                "system:aggregate-to-admin",
                rule("create", "authorization.k8s.io", "localsubjectaccessreviews"),
                rule(READ_WRITE, "rbac.authorization.k8s.io", "roles rolebindings"));
    }

    private static ClusterRole edit() {
        return partOf(
                "edit",
                "system:aggregate-to-edit",
                rule(READ, CORE, "pods/attach pods/proxy pods/exec pods/portforward secrets services/proxy"),
                rule("impersonate", CORE, "serviceaccounts"),
                rule(WRITE, CORE, "pods pods/attach pods/proxy pods/exec pods/portforward"),
                rule("create", CORE, "pods/eviction"),
                rule(
                        WRITE,
                        CORE,
                        "replicationcontrollers replicationcontrollers/scale serviceaccounts services services/proxy"
                                + " persistentvolumeclaims configmaps secrets events"),
                rule("create", CORE, "serviceaccounts/token"),
                rule(
                        WRITE,
                        "apps",
                        "statefulsets statefulsets/scale daemonsets deployments deployments/scale"
                                + " deployments/rollback replicasets replicasets/scale"),
                rule(WRITE, "autoscaling", "horizontalpodautoscalers"),
                rule(WRITE, "batch", "jobs cronjobs"),
                rule(
                        WRITE,
                        "extensions",
                        "daemonsets deployments deployments/scale deployments/rollback ingresses replicasets"
                                + " replicasets/scale replicationcontrollers/scale networkpolicies"),
                rule(WRITE, "policy", "poddisruptionbudgets"),
                rule(WRITE, "networking.k8s.io", "networkpolicies ingresses"),
                rule(READ_WRITE, "coordination.k8s.io", "leases"),
                rule(WRITE, "resource.k8s.io", "resourceclaims resourceclaimtemplates"));
    }

    private static ClusterRole view() {
        return partOf(
                "view",
                "system:aggregate-to-view",
                rule(
                        READ,
                        CORE,
                        "pods replicationcontrollers replicationcontrollers/scale serviceaccounts services"
                                + " services/status endpoints persistentvolumeclaims persistentvolumeclaims/status"
                                + " configmaps"),
                rule(
                        READ,
                        CORE,
                        "limitranges resourcequotas bindings events pods/status resourcequotas/status"
                                + " namespaces/status replicationcontrollers/status pods/log"),
                rule(READ, CORE, "namespaces"),
                rule(READ, "discovery.k8s.io", "endpointslices"),
                rule(
                        READ,
                        "apps",
                        "controllerrevisions statefulsets statefulsets/status statefulsets/scale daemonsets"
                                + " daemonsets/status deployments deployments/status deployments/scale replicasets"
                                + " replicasets/status replicasets/scale"),
                rule(READ, "autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status"),
                rule(READ, "batch", "jobs cronjobs cronjobs/status jobs/status"),
                rule(
                        READ,
                        "extensions",
                        "daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses"
                                + " ingresses/status replicasets replicasets/scale replicasets/status"
                                + " replicationcontrollers/scale networkpolicies"),
                rule(READ, "policy", "poddisruptionbudgets poddisruptionbudgets/status"),
                rule(READ, "networking.k8s.io", "networkpolicies ingresses ingresses/status"),
                rule(READ, "resource.k8s.io", "resourceclaims resourceclaims/status resourceclaimtemplates"));
    }
}
