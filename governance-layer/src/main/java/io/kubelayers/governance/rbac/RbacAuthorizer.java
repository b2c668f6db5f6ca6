package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.RuleResolver;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;

/** Authorization mode RBAC: asks the roles and bindings of the cluster. Allows or has no opinion, never denies. */
public final class RbacAuthorizer implements Authorizer, RuleResolver {
    private final RbacEvaluator evaluator;

    private RbacAuthorizer(RbacEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** On the roles and bindings that a cluster has at the time of each request; it must keep the {@link #indexes}. */
    public static RbacAuthorizer of(Informers informers) {
        return new RbacAuthorizer(RbacEvaluator.of(new StoredPolicy(informers)));
    }

    /** On a fixed policy. */
    public static RbacAuthorizer of(RbacPolicy policy) {
        return new RbacAuthorizer(RbacEvaluator.of(policy));
    }

    /** The indexes that a cluster must keep for this authorizer: bindings by the subjects they name. */
    public static List<IndexDefinition> indexes() {
        return StoredPolicy.INDEXES;
    }

    /** The rest of the questions about the same policy: who can, what can. */
    public RbacEvaluator evaluator() {
        return evaluator;
    }

    @Override
    public String name() {
        return "RBAC";
    }

    @Override
    public AccessDecision authorize(AccessRequest request) {
        return evaluator.authorize(request);
    }

    @Override
    public SubjectRulesReviewStatus rulesFor(UserInfo user, String namespace) {
        return evaluator.rulesFor(user, namespace).review();
    }
}
