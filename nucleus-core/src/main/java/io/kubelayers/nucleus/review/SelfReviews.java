package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authentication.SelfSubjectReview;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;

/** Who am I? ({@code kubectl auth whoami}) */
record SelfReviews() implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SelfSubjectReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, SelfSubjectReview.class);
        return Reviewed.answer(review.withStatus(new SelfSubjectReview.Status(Reviewed.asker(request))));
    }
}
