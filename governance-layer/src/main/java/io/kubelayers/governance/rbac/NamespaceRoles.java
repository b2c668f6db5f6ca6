package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.account;
import static io.kubelayers.governance.rbac.RoleData.bind;
import static io.kubelayers.governance.rbac.RoleData.events;
import static io.kubelayers.governance.rbac.RoleData.named;
import static io.kubelayers.governance.rbac.RoleData.role;
import static io.kubelayers.governance.rbac.RoleData.rule;
import static io.kubelayers.governance.rbac.RoleData.user;

import java.util.List;

/** The default roles within kube-system and kube-public, with their bindings (bootstrappolicy/namespace_policy.go). */
final class NamespaceRoles {
    private static final String SYSTEM = "kube-system";
    private static final String PUBLIC = "kube-public";
    private static final String READER = "extension-apiserver-authentication-reader";
    private static final String SIGNER = "system:controller:bootstrap-signer";
    private static final String CLOUD = "system:controller:cloud-provider";
    private static final String CLEANER = "system:controller:token-cleaner";
    private static final String LOCKING = "system::leader-locking-";
    private static final String MANAGER = "kube-controller-manager";
    private static final String SCHEDULER = "kube-scheduler";

    private NamespaceRoles() {}

    static List<Role> roles() {
        return List.of(
                role(
                        PUBLIC,
                        SIGNER,
                        rule(READ, CORE, "configmaps"),
                        named(rule("update", CORE, "configmaps"), "cluster-info"),
                        events()),
                role(SYSTEM, READER, named(rule(READ, CORE, "configmaps"), "extension-apiserver-authentication")),
                locking(MANAGER),
                locking(SCHEDULER),
                role(SYSTEM, SIGNER, rule(READ, CORE, "secrets")),
                role(SYSTEM, CLOUD, rule("create get list watch", CORE, "configmaps")),
                role(SYSTEM, CLEANER, rule("delete get list watch", CORE, "secrets"), events()));
    }

    /** For whoever competes to lead: a lock was a config map once, and is a lease now. */
    private static Role locking(String component) {
        return role(
                SYSTEM,
                LOCKING + component,
                rule("watch", CORE, "configmaps"),
                named(rule("get update", CORE, "configmaps"), component),
                rule("create get list update watch", "coordination.k8s.io", "leases"),
                rule("create get list update watch", "coordination.k8s.io", "leasecandidates"));
    }

    static List<RoleBinding> bindings() {
        return List.of(
                bind(PUBLIC, SIGNER, SIGNER, account(SYSTEM, "bootstrap-signer")),
                bind(SYSTEM, "system::" + READER, READER, user("system:" + MANAGER), user("system:" + SCHEDULER)),
                bind(
                        SYSTEM,
                        LOCKING + MANAGER,
                        LOCKING + MANAGER,
                        user("system:" + MANAGER),
                        account(SYSTEM, MANAGER),
                        account(SYSTEM, "leader-election-controller")),
                bind(
                        SYSTEM,
                        LOCKING + SCHEDULER,
                        LOCKING + SCHEDULER,
                        user("system:" + SCHEDULER),
                        account(SYSTEM, SCHEDULER)),
                bind(SYSTEM, SIGNER, SIGNER, account(SYSTEM, "bootstrap-signer")),
                bind(SYSTEM, CLOUD, CLOUD, account(SYSTEM, "cloud-provider")),
                bind(SYSTEM, CLEANER, CLEANER, account(SYSTEM, "token-cleaner")));
    }
}
