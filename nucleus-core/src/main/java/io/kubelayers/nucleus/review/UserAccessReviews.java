package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.authorization.SubjectAccessReview;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.validation.FieldErrors;

/** May that user? Asked by those who decide on behalf of the cluster. */
record UserAccessReviews(Authorizer authorizer) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SubjectAccessReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, SubjectAccessReview.class);
        var errors = new FieldErrors();
        AccessQuestion.check(review.spec(), errors);
        AccessQuestion.checkMetadata(review.metadata(), false, errors);
        Reviewed.require(errors.list(), request);
        var decision = authorizer.authorize(AccessQuestion.about(review.spec()));
        return Reviewed.answer(
                review.withStatus(AccessQuestion.answer(decision, review.spec().resourceAttributes())));
    }
}
