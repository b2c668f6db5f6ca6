package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;

/** RBAC as upstream words it: walk every binding in order, look at each subject, then at each rule. No index. */
final class NaiveRbac {
    private final List<KubernetesObject> objects;

    NaiveRbac(List<KubernetesObject> objects) {
        this.objects = objects;
    }

    /** The reason text, which also tells whether the request is allowed. */
    String authorize(AccessRequest request) {
        var errors = new ArrayList<String>();
        for (var binding : bindings(request.namespace())) {
            for (var subject : binding.subjects()) {
                if (!standsFor(subject, binding.namespace(), request.user())) {
                    continue;
                }
                var rules = rules(binding);
                if (rules == null) {
                    errors.add(Binding.unresolved(binding.roleRef()));
                } else if (rules.stream().anyMatch(rule -> allows(rule, request))) {
                    return "RBAC: allowed by " + binding.describe(subject);
                }
                break;
            }
        }
        return errors.isEmpty() ? "" : "RBAC: " + GoText.aggregate(errors);
    }

    private List<Binding> bindings(String namespace) {
        var cluster = new ArrayList<Binding>();
        var local = new ArrayList<Binding>();
        for (var object : objects) {
            if (object instanceof ClusterRoleBinding binding) {
                cluster.add(Binding.of(binding));
            } else if (object instanceof RoleBinding binding && !namespace.isEmpty()) {
                var it = Binding.of(binding);
                if (it.namespace().equals(namespace)) {
                    local.add(it);
                }
            }
        }
        cluster.addAll(local);
        return cluster;
    }

    private List<PolicyRule> rules(Binding binding) {
        for (var object : objects) {
            if (object instanceof ClusterRole role
                    && binding.roleRef().kind().equals("ClusterRole")
                    && binding.roleRef().name().equals(role.metadata().name())) {
                return role.rules();
            }
            if (object instanceof Role role
                    && binding.roleRef().kind().equals("Role")
                    && binding.namespace().equals(role.metadata().namespace())
                    && binding.roleRef().name().equals(role.metadata().name())) {
                return role.rules();
            }
        }
        return null;
    }

    private static boolean standsFor(Subject subject, String namespace, UserInfo user) {
        return switch (subject.kind()) {
            case "User" -> user.username().equals(subject.name());
            case "Group" -> user.groups().contains(subject.name());
            case "ServiceAccount" -> {
                var home = subject.namespace() == null ? namespace : subject.namespace();
                yield !home.isEmpty() && user.username().equals("system:serviceaccount:" + home + ":" + subject.name());
            }
            default -> false;
        };
    }

    private static boolean allows(PolicyRule rule, AccessRequest request) {
        if (!rule.verbs().contains("*") && !rule.verbs().contains(request.verb())) {
            return false;
        }
        if (!request.resourceRequest()) {
            return rule.nonResourceURLs().stream()
                    .anyMatch(url -> url.equals(request.path())
                            || url.endsWith("*") && request.path().startsWith(url.replaceAll("\\*+$", "")));
        }
        var subresource = request.subresource();
        var combined = subresource.isEmpty() ? request.resource() : request.resource() + "/" + subresource;
        return (rule.apiGroups().contains("*") || rule.apiGroups().contains(request.apiGroup()))
                && (rule.resources().contains("*")
                        || rule.resources().contains(combined)
                        || !subresource.isEmpty() && rule.resources().contains("*/" + subresource))
                && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(request.name()));
    }
}
