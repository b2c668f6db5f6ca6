package io.kubelayers.interfaces.tour;

import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.PolicyRule;
import io.kubelayers.governance.rbac.RbacEvaluator;
import io.kubelayers.governance.rbac.RbacPolicy;
import io.kubelayers.governance.rbac.Role;
import io.kubelayers.governance.rbac.RoleBinding;
import io.kubelayers.governance.rbac.RoleRef;
import io.kubelayers.governance.rbac.Subject;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RBAC: what a role lets its holder do, and what it does not. */
final class AccessChapter implements Chapter {
    /** A user with a role, and the rules of it. */
    private record Holder(UserInfo user, String namespace, List<PolicyRule> rules) {}

    @Override
    public String title() {
        return "Who may do what";
    }

    @Override
    public String layer() {
        return "governance";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var story = new Story()
                .say(
                        "RBAC adds up: nobody may do anything until a role, bound to them, allows it. A refusal names what "
                                + "came nearest.");
        var holder = holder(tour);
        if (holder.isPresent()) {
            allowed(tour, holder.get(), story);
            refused(tour, holder.get().user(), holder.get().namespace(), story);
        } else {
            story.say("These manifests bind no role; a user without one:");
        }
        refused(tour, Users.user("stranger"), OpeningChapter.mainNamespace(tour), story);
        return story.end();
    }

    private static void allowed(TourContext tour, Holder holder, Story story) {
        var policy = new ArrayList<KubernetesObject>();
        for (var kind : List.of(Role.class, ClusterRole.class, RoleBinding.class, ClusterRoleBinding.class)) {
            policy.addAll(tour.cluster().lister(kind).list());
        }
        var evaluator = RbacEvaluator.of(RbacPolicy.listed(policy));
        for (var rule : holder.rules()) {
            if (!rule.resources().isEmpty() && !rule.verbs().isEmpty()) {
                var name = rule.resourceNames().isEmpty()
                        ? ""
                        : rule.resourceNames().get(0);
                var request = AccessRequest.to(
                                holder.user(),
                                rule.verbs().get(0),
                                rule.apiGroups().isEmpty()
                                        ? ""
                                        : rule.apiGroups().get(0),
                                rule.resources().get(0))
                        .withNamespace(holder.namespace())
                        .withName(name);
                story.say(holder.user().username() + ": " + request.verb() + " " + request.resource()
                                + (name.isEmpty() ? "" : "/" + name))
                        .why(evaluator.authorize(request));
                return;
            }
        }
    }

    /** Tries things until one is refused. */
    private static void refused(TourContext tour, UserInfo user, String namespace, Story story) {
        var client = tour.cluster().as(user);
        List<Attempt> attempts = List.of(
                new Attempt("list secrets", () -> client.on(Secret.class).list(namespace)),
                new Attempt("delete pods", () -> client.on(Pod.class).delete(namespace, "any")),
                new Attempt("list secrets of kube-system", () -> client.on(Secret.class)
                        .list("kube-system")),
                new Attempt(
                        "delete the namespace", () -> client.on(Namespace.class).delete("", "kube-system")));
        for (var attempt : attempts) {
            try {
                attempt.action().run();
            } catch (ApiException answer) {
                if (answer.code() == 403) {
                    story.say(user.username() + " tries to " + attempt.what() + " and gets 403: " + answer.explain())
                            .why(answer)
                            .fact("denied by RBAC: " + answer.explain());
                    return;
                }
            }
        }
        story.problem(user.username() + " may do everything that was tried");
    }

    private record Attempt(String what, Runnable action) {}

    private static Optional<Holder> holder(TourContext tour) {
        for (var binding : tour.own(RoleBinding.class)) {
            var namespace = Names.namespace(binding);
            var rules = rules(tour, namespace, binding.roleRef());
            for (var subject : binding.subjects()) {
                if (!rules.isEmpty()) {
                    return Optional.of(new Holder(user(subject, namespace), namespace, rules));
                }
            }
        }
        for (var binding : tour.own(ClusterRoleBinding.class)) {
            var rules = rules(tour, "", binding.roleRef());
            for (var subject : binding.subjects()) {
                if (!rules.isEmpty()) {
                    var namespace = subject.namespace() == null ? "default" : subject.namespace();
                    return Optional.of(new Holder(user(subject, namespace), namespace, rules));
                }
            }
        }
        return Optional.empty();
    }

    private static UserInfo user(Subject subject, String namespace) {
        return switch (subject.kind()) {
            case "ServiceAccount" -> Users.serviceAccount(
                    subject.namespace() == null ? namespace : subject.namespace(), subject.name());
            case "Group" -> Users.user("a member of " + subject.name(), subject.name());
            default -> Users.user(subject.name());
        };
    }

    private static List<PolicyRule> rules(TourContext tour, String namespace, RoleRef role) {
        return role.kind().equals("Role")
                ? tour.cluster()
                        .lister(Role.class)
                        .get(namespace, role.name())
                        .map(Role::rules)
                        .orElse(List.of())
                : tour.cluster()
                        .lister(ClusterRole.class)
                        .get("", role.name())
                        .map(ClusterRole::rules)
                        .orElse(List.of());
    }
}
