package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what nearly allowed a refused request.
 *
 * <p>Walks every binding and role once, so it is for explaining, not for deciding. Of the roles that
 * would do, the narrow ones meant for people are offered first.
 */
final class NearMisses {
    private static final int ROLES_OFFERED = 5;

    private final AccessRequest request;
    private final UserInfo user;
    private final RuleMatch match;
    private final PolicyView policy;
    private final List<NearMiss> found = new ArrayList<>();

    private NearMisses(AccessRequest request, PolicyView policy) {
        this.request = request;
        this.user = request.user();
        this.match = RuleMatch.of(request);
        this.policy = policy;
    }

    static List<NearMiss> of(AccessRequest request, PolicyView policy) {
        var search = new NearMisses(request, policy);
        search.bindingsInScope();
        search.otherNamespaces();
        search.unboundRoles();
        search.found.sort(Comparator.comparing(NearMiss::kind));
        return List.copyOf(search.found);
    }

    private void bindingsInScope() {
        policy.bindings("").forEach(this::inScope);
        if (!request.namespace().isEmpty()) {
            policy.bindings(request.namespace()).forEach(this::inScope);
        }
    }

    private void inScope(Binding binding) {
        var rules = policy.rules(binding.roleRef(), binding.namespace());
        var subject = binding.subjectFor(user);
        if (subject == null) {
            if (rules != null && match.firstAllowing(rules) >= 0) {
                lookAlike(binding);
            }
        } else if (rules == null) {
            add(
                    NearMiss.Kind.ROLE_MISSING,
                    binding,
                    binding.describe(subject) + ": " + Binding.unresolved(binding.roleRef()));
        } else {
            for (var rule : rules) {
                oneWrong(binding, subject, rule);
            }
        }
    }

    /** A rule that fails in exactly one way. */
    private void oneWrong(Binding binding, Subject subject, PolicyRule rule) {
        var wrong = wrongPart(rule);
        if (wrong != null) {
            var grants = binding.describe(subject) + " grants " + RuleText.phrase(rule);
            add(wrong, binding, grants + ", not " + wanted(wrong));
        }
    }

    private NearMiss.@Nullable Kind wrongPart(PolicyRule rule) {
        if (!request.resourceRequest()) {
            return match.path(rule) && !match.verb(rule) ? NearMiss.Kind.VERB : null;
        }
        var wrong = new ArrayList<NearMiss.Kind>(4);
        if (!match.verb(rule)) {
            wrong.add(NearMiss.Kind.VERB);
        }
        if (!match.group(rule)) {
            wrong.add(NearMiss.Kind.API_GROUP);
        }
        if (!match.resource(rule)) {
            wrong.add(NearMiss.Kind.RESOURCE);
        }
        if (!match.name(rule)) {
            wrong.add(NearMiss.Kind.RESOURCE_NAME);
        }
        if (wrong.size() != 1) {
            return null;
        }
        // Any two resources of one group differ only in the resource: near is just the parent or another subresource.
        return wrong.get(0) == NearMiss.Kind.RESOURCE && !sameParent(rule) ? null : wrong.get(0);
    }

    private boolean sameParent(PolicyRule rule) {
        var parent = request.resource();
        for (var resource : rule.resources()) {
            if (resource.equals(parent) || resource.startsWith(parent + "/")) {
                return true;
            }
        }
        return false;
    }

    private String wanted(NearMiss.Kind wrong) {
        return switch (wrong) {
            case API_GROUP -> "API group " + GoText.quote(request.apiGroup());
            case RESOURCE -> match.combinedResource();
            case RESOURCE_NAME -> request.name().isEmpty() ? "requests without a name" : request.name();
            default -> request.verb();
        };
    }

    /** The same service account name elsewhere, another letter case, or a user subject for a service account. */
    private void lookAlike(Binding binding) {
        for (var subject : binding.subjects()) {
            if (looksLike(subject)) {
                add(
                        NearMiss.Kind.SUBJECT,
                        binding,
                        binding.describe() + " grants this to " + binding.describeSubject(subject) + ", not to user "
                                + GoText.quote(Subjects.nameOf(user)));
            }
        }
    }

    private boolean looksLike(Subject subject) {
        var name = Subjects.nameOf(user);
        if (name.startsWith(Subjects.SERVICE_ACCOUNT_PREFIX)) {
            var account = name.substring(name.lastIndexOf(':') + 1);
            return subject.name().equals(account) && !subject.kind().equals("Group");
        }
        if (subject.kind().equals("Group")) {
            return subject.name().equals(name)
                    || user.groups().stream().anyMatch(group -> group.equalsIgnoreCase(subject.name()));
        }
        return subject.name().equalsIgnoreCase(name) || user.groups().contains(subject.name());
    }

    private void otherNamespaces() {
        if (!request.resourceRequest()) {
            return;
        }
        for (var namespace : policy.namespaces()) {
            if (namespace.equals(request.namespace())) {
                continue;
            }
            for (var binding : policy.bindings(namespace)) {
                var subject = binding.subjectFor(user);
                var rules = policy.rules(binding.roleRef(), namespace);
                if (subject != null && rules != null && match.firstAllowing(rules) >= 0) {
                    var asked = request.namespace().isEmpty()
                            ? "at the cluster scope"
                            : "in " + GoText.quote(request.namespace());
                    add(
                            NearMiss.Kind.NAMESPACE,
                            binding,
                            binding.describe(subject) + " allows this in namespace " + GoText.quote(namespace)
                                    + ", not " + asked);
                    break;
                }
            }
        }
    }

    private void unboundRoles() {
        var roles = new ArrayList<Offer>();
        for (var role : policy.clusterRoles()) {
            offer("ClusterRole", role.metadata().name(), role.rules(), roles);
        }
        for (var role : policy.roles(request.namespace())) {
            offer("Role", role.metadata().name(), role.rules(), roles);
        }
        roles.sort(Comparator.comparing(Offer::tier).thenComparingInt(Offer::rules));
        for (var role : roles.subList(0, Math.min(ROLES_OFFERED, roles.size()))) {
            if (role.tier() != roles.get(0).tier()) {
                break;
            }
            found.add(new NearMiss(
                    NearMiss.Kind.NOT_BOUND,
                    role.name(),
                    role.kind() + " " + GoText.quote(role.name())
                            + " allows this, but nothing binds it to the user here"));
        }
    }

    /** How well a role suits to be bound. */
    private enum Tier {
        FOR_PEOPLE,
        FOR_THE_SYSTEM,
        WIDE_OPEN
    }

    /** A role that would do. */
    private record Offer(String kind, String name, Tier tier, int rules) {}

    private void offer(String kind, @Nullable String name, List<PolicyRule> rules, List<Offer> roles) {
        int allowing = match.firstAllowing(rules);
        if (allowing >= 0 && name != null) {
            var systems = name.startsWith("system:") ? Tier.FOR_THE_SYSTEM : Tier.FOR_PEOPLE;
            var tier = rules.get(allowing).verbs().contains("*") ? Tier.WIDE_OPEN : systems;
            roles.add(new Offer(kind, name, tier, rules.size()));
        }
    }

    private void add(NearMiss.Kind kind, Binding binding, String message) {
        found.add(new NearMiss(kind, binding.name(), message));
    }
}
