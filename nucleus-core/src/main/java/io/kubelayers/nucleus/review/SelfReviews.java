package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authentication.SelfSubjectReview;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;

/** Who am I? ({@code kubectl auth whoami}) */
record SelfReviews(Runtime runtime) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SelfSubjectReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, SelfSubjectReview.class);
        var metadata = review.metadata().withCreationTimestamp(runtime.timestamp());
        return Reviewed.answer(
                review.withMetadata(metadata).withStatus(new SelfSubjectReview.Status(Reviewed.asker(request))));
    }
}
