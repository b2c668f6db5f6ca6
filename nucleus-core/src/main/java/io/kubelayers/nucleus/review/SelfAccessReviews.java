package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.authorization.SelfSubjectAccessReview;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.validation.FieldErrors;

/** May I? ({@code kubectl auth can-i}) */
record SelfAccessReviews(Authorizer authorizer) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SelfSubjectAccessReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, SelfSubjectAccessReview.class);
        var spec = review.spec();
        var errors = new FieldErrors();
        AccessQuestion.check(spec.resourceAttributes(), spec.nonResourceAttributes(), errors);
        AccessQuestion.checkSelectors(spec.resourceAttributes(), errors);
        AccessQuestion.checkMetadata(review.metadata(), false, errors);
        Reviewed.require(errors.list(), request);
        var question =
                AccessQuestion.about(Reviewed.asker(request), spec.resourceAttributes(), spec.nonResourceAttributes());
        return Reviewed.answer(
                review.withStatus(AccessQuestion.answer(authorizer.authorize(question), spec.resourceAttributes())));
    }
}
