package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;

/**
 * Tells everything somebody may do, good for showing though not for deciding. Authorizers that can tell implement this
 * too; those that cannot make the answer incomplete.
 */
@FunctionalInterface
public interface RuleResolver {
    /** The rules that a user has in a namespace. */
    SubjectRulesReviewStatus rulesFor(UserInfo user, String namespace);
}
