package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.NonResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.ResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * What a user may do in a namespace.
 *
 * @param user whose rights these are
 * @param namespace namespace asked about; empty for what holds cluster-wide
 * @param grants every rule held, with the binding it comes from, in trying order
 * @param errors roles that bindings of the user refer to but which don't exist
 */
public record GrantedRules(UserInfo user, String namespace, List<Grant> grants, List<String> errors)
        implements Explained {
    public GrantedRules {
        grants = List.copyOf(grants);
        errors = List.copyOf(errors);
    }

    public List<PolicyRule> rules() {
        return grants.stream().map(Grant::rule).toList();
    }

    /** The rules about resources, as a SelfSubjectRulesReview lists them. */
    public List<ResourceRule> resourceRules() {
        return rules().stream()
                .filter(rule -> !rule.resources().isEmpty())
                .map(rule -> new ResourceRule(rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames()))
                .toList();
    }

    /** The rules about paths, as a SelfSubjectRulesReview lists them. */
    public List<NonResourceRule> nonResourceRules() {
        return rules().stream()
                .filter(rule -> !rule.nonResourceURLs().isEmpty())
                .map(rule -> new NonResourceRule(rule.verbs(), rule.nonResourceURLs()))
                .toList();
    }

    /** The answer to a SelfSubjectRulesReview. */
    public SubjectRulesReviewStatus review() {
        return new SubjectRulesReviewStatus(resourceRules(), nonResourceRules(), false, evaluationError());
    }

    /** Upstream's text for the missing roles; empty if there are none. */
    public String evaluationError() {
        return GoText.aggregate(errors);
    }

    @Override
    public String explain() {
        var where = namespace.isEmpty() ? "cluster-wide" : "in namespace " + GoText.quote(namespace);
        return "user " + GoText.quote(Subjects.nameOf(user)) + " holds " + grants.size() + " rules " + where;
    }

    @Override
    public Finding finding() {
        var root = Finding.note("rbac.rules", "user/" + Subjects.nameOf(user), explain());
        for (var grant : grants) {
            root = root.because(grant.finding());
        }
        for (var error : errors) {
            root = root.because(Finding.fail(NearMiss.Kind.ROLE_MISSING.code(), "", error));
        }
        return root;
    }
}
