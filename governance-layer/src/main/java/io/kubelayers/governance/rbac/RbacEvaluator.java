package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what, by the roles and bindings of a policy.
 *
 * <p>A decision looks up the bindings of the user and of each group and walks only those: its cost grows with the
 * bindings of the user, not with those of the cluster. Semantics: plugin/pkg/auth/authorizer/rbac/rbac.go and
 * pkg/registry/rbac/validation/rule.go.
 */
public final class RbacEvaluator {
    private final PolicyView policy;

    private RbacEvaluator(PolicyView policy) {
        this.policy = policy;
    }

    public static RbacEvaluator of(PolicyView policy) {
        return new RbacEvaluator(policy);
    }

    public PolicyView policy() {
        return policy;
    }

    /** May the user do this? */
    public RbacDecision authorize(AccessRequest request) {
        var match = RuleMatch.of(request);
        var user = request.user();
        var namespace = request.namespace();
        var binding = firstAllowing("", user, match);
        if (binding == null && !namespace.isEmpty()) {
            binding = firstAllowing(namespace, user, match);
        }
        if (binding == null) {
            return new RbacDecision(request, null, unresolved(user, namespace), policy);
        }
        return new RbacDecision(request, grant(binding, user, match), List.of(), policy);
    }

    private Grant grant(Binding binding, UserInfo user, RuleMatch match) {
        var rules = policy.rules(binding.roleRef(), binding.namespace());
        var subject = binding.subjectFor(user);
        if (rules == null || subject == null) {
            throw new IllegalStateException("the index names a binding that grants nothing: " + binding);
        }
        int rule = match.firstAllowing(rules);
        return new Grant(binding, subject, rule, rules.get(rule));
    }

    /** The first binding in trying order: each list is sorted, so a list is left once it is behind the best found. */
    private @Nullable Binding firstAllowing(String namespace, UserInfo user, RuleMatch match) {
        var best = firstAllowing(policy.ofUser(namespace, Subjects.nameOf(user)), match, null);
        var groups = user.groups();
        for (int i = 0; i < groups.size(); i++) {
            best = firstAllowing(policy.ofGroup(namespace, groups.get(i)), match, best);
        }
        return best;
    }

    private @Nullable Binding firstAllowing(List<Binding> sorted, RuleMatch match, @Nullable Binding best) {
        for (int i = 0; i < sorted.size(); i++) {
            var binding = sorted.get(i);
            if (best != null && binding.compareTo(best) >= 0) {
                return best;
            }
            var rules = policy.rules(binding.roleRef(), binding.namespace());
            if (rules != null && match.firstAllowing(rules) >= 0) {
                return binding;
            }
        }
        return best;
    }

    private List<String> unresolved(UserInfo user, String namespace) {
        var errors = new ArrayList<String>();
        for (var binding : bindingsOf(user, namespace)) {
            if (policy.rules(binding.roleRef(), binding.namespace()) == null) {
                errors.add(Binding.unresolved(binding.roleRef()));
            }
        }
        return errors;
    }

    /** Bindings of the user that hold in the namespace ("" = cluster-wide only), in trying order. */
    private List<Binding> bindingsOf(UserInfo user, String namespace) {
        var all = sorted(user, "");
        if (!namespace.isEmpty()) {
            all.addAll(sorted(user, namespace));
        }
        return all;
    }

    private List<Binding> sorted(UserInfo user, String namespace) {
        var distinct = new TreeSet<>(policy.ofUser(namespace, Subjects.nameOf(user)));
        for (var group : user.groups()) {
            distinct.addAll(policy.ofGroup(namespace, group));
        }
        return new ArrayList<>(distinct);
    }

    /**
     * Everything the user may do in a namespace, each rule with the binding that grants it.
     *
     * @param namespace namespace asked about; empty for what holds cluster-wide
     */
    public GrantedRules rulesFor(UserInfo user, String namespace) {
        var grants = new ArrayList<Grant>();
        var errors = new ArrayList<String>();
        for (var binding : bindingsOf(user, namespace)) {
            var rules = policy.rules(binding.roleRef(), binding.namespace());
            var subject = binding.subjectFor(user);
            if (rules == null || subject == null) {
                errors.add(Binding.unresolved(binding.roleRef()));
                continue;
            }
            for (int i = 0; i < rules.size(); i++) {
                grants.add(new Grant(binding, subject, i, rules.get(i)));
            }
        }
        return new GrantedRules(user, namespace, grants, errors);
    }

    /**
     * Everything the user may do anywhere: what holds cluster-wide first, then what each namespace adds to it.
     *
     * @return the namespaces whose own bindings name the user, after ""
     */
    public List<GrantedRules> whatCan(UserInfo user) {
        var all = new ArrayList<GrantedRules>();
        all.add(rulesFor(user, ""));
        for (var namespace : policy.namespaces()) {
            var here = rulesFor(user, namespace);
            var own = here.grants().stream()
                    .filter(grant -> !grant.binding().isClusterWide())
                    .toList();
            if (!own.isEmpty()) {
                all.add(new GrantedRules(user, namespace, own, here.errors()));
            }
        }
        return all;
    }

    /** Who may do what the request asks? Its user does not matter. */
    public WhoCan whoCan(AccessRequest request) {
        var match = RuleMatch.of(request);
        var holders = new ArrayList<WhoCan.Holder>();
        var errors = new LinkedHashSet<String>();
        holders("", match, holders, errors);
        if (!request.namespace().isEmpty()) {
            holders(request.namespace(), match, holders, errors);
        }
        return new WhoCan(request, holders, List.copyOf(errors));
    }

    /**
     * Each role is looked at once a namespace, however many bindings refer to it: the same reference means another role
     * in another namespace.
     */
    private void holders(String namespace, RuleMatch match, List<WhoCan.Holder> holders, Set<String> errors) {
        var allowing = new HashMap<RoleRef, Boolean>();
        for (var binding : policy.bindings(namespace)) {
            var allows = allowing.computeIfAbsent(binding.roleRef(), ref -> {
                var rules = policy.rules(ref, binding.namespace());
                if (rules == null) {
                    errors.add(Binding.unresolved(ref));
                    return false;
                }
                return match.firstAllowing(rules) >= 0;
            });
            if (allows) {
                for (var subject : binding.subjects()) {
                    holders.add(new WhoCan.Holder(subject, binding));
                }
            }
        }
    }

    /**
     * May the user hand out these rules in the namespace ("" = cluster-wide)? Only what it holds itself.
     *
     * <p>Holding the verb {@code escalate} or being in {@code system:masters} lifts this; see {@link EscalationCheck}.
     */
    public EscalationDecision confirmNoEscalation(UserInfo user, String namespace, List<PolicyRule> rules) {
        var held = rulesFor(user, namespace);
        return new EscalationDecision(user, held.errors(), RuleCover.of(held.rules(), rules), "");
    }
}
