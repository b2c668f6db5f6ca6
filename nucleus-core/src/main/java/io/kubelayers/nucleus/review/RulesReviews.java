package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.RuleResolver;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.NonResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.ResourceRule;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview.SubjectRulesReviewStatus;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.ArrayList;
import java.util.List;

/**
 * What may I do in this namespace? ({@code kubectl auth can-i --list})
 *
 * @param resolvers authorizers that can list rules
 * @param complete whether these are all authorizers there are
 */
record RulesReviews(List<RuleResolver> resolvers, boolean complete) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SelfSubjectRulesReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, SelfSubjectRulesReview.class);
        var namespace = review.spec().namespace();
        if (namespace == null) {
            throw ApiErrors.badRequest("no namespace on request");
        }
        var resources = new ArrayList<ResourceRule>();
        var paths = new ArrayList<NonResourceRule>();
        var errors = new ArrayList<String>();
        boolean incomplete = !complete;
        for (var resolver : resolvers) {
            var rules = resolver.rulesFor(Reviewed.asker(request), namespace);
            resources.addAll(rules.resourceRules());
            paths.addAll(rules.nonResourceRules());
            incomplete |= rules.incomplete();
            if (rules.evaluationError() != null) {
                errors.add(rules.evaluationError());
            }
        }
        // an answer of its own: the question is not in it
        return Reviewed.answer(new SelfSubjectRulesReview(
                ObjectMeta.EMPTY,
                SelfSubjectRulesReview.Spec.EMPTY,
                new SubjectRulesReviewStatus(resources, paths, incomplete, String.join(", ", errors))));
    }
}
