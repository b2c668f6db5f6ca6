package io.kubelayers.governance.rbac;

import static io.kubelayers.governance.rbac.ControllerRoles.controller;
import static io.kubelayers.governance.rbac.RoleData.CORE;
import static io.kubelayers.governance.rbac.RoleData.READ;
import static io.kubelayers.governance.rbac.RoleData.events;
import static io.kubelayers.governance.rbac.RoleData.rule;

import java.util.List;

/** The default roles for controllers of volumes and claims (bootstrappolicy/controller_policy.go). */
final class VolumeControllerRoles {
    private static final String STORAGE = "storage.k8s.io";

    private VolumeControllerRoles() {}

    static List<ClusterRole> all() {
        return List.of(
                controller(
                        "persistent-volume-binder",
                        rule("create delete update " + READ, CORE, "persistentvolumes"),
                        rule("update", CORE, "persistentvolumes/status"),
                        rule("update " + READ, CORE, "persistentvolumeclaims"),
                        rule("update", CORE, "persistentvolumeclaims/status"),
                        rule("create delete " + READ, CORE, "pods"),
                        rule(READ, STORAGE, "storageclasses"),
                        rule("list watch", CORE, "nodes"),
                        events(),
                        rule("watch", CORE, "events"),
                        rule("get", CORE, "services")),
                controller(
                        "attachdetach-controller",
                        rule("list watch", CORE, "persistentvolumeclaims persistentvolumes"),
                        rule(READ, CORE, "nodes"),
                        rule("patch update", CORE, "nodes/status"),
                        rule("list watch", CORE, "pods"),
                        events(),
                        rule("create delete " + READ, STORAGE, "volumeattachments"),
                        rule(READ, STORAGE, "csidrivers"),
                        rule(READ, STORAGE, "csinodes")),
                controller(
                        "expand-controller",
                        rule(READ + " patch update", CORE, "persistentvolumes"),
                        rule("patch update", CORE, "persistentvolumeclaims/status"),
                        rule(READ, CORE, "persistentvolumeclaims"),
                        events(),
                        rule("get", CORE, "services")),
                controller(
                        "ephemeral-volume-controller",
                        rule(READ, CORE, "pods"),
                        rule("update", CORE, "pods/finalizers"),
                        rule("create " + READ, CORE, "persistentvolumeclaims"),
                        events()),
                controller(
                        "pvc-protection-controller",
                        rule("update " + READ, CORE, "persistentvolumeclaims"),
                        rule(READ, CORE, "pods"),
                        events()),
                controller("pv-protection-controller", rule("update " + READ, CORE, "persistentvolumes"), events()),
                controller(
                        "volumeattributesclass-protection-controller",
                        rule(READ, CORE, "persistentvolumeclaims"),
                        rule(READ, CORE, "persistentvolumes"),
                        rule("update " + READ, STORAGE, "volumeattributesclasses"),
                        events()),
                controller(
                        "selinux-warning-controller",
                        events(),
                        rule(READ, CORE, "persistentvolumes"),
                        rule(READ, CORE, "persistentvolumeclaims"),
                        rule(READ, CORE, "pods"),
                        rule(READ, STORAGE, "csidrivers")));
    }
}
