package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.authentication.SelfSubjectReview;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;

/** Who am I? ({@code kubectl auth whoami}) Of what was sent nothing comes back. */
record SelfReviews(Runtime runtime) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return SelfSubjectReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        Reviewed.body(request, SelfSubjectReview.class);
        var metadata = ObjectMeta.EMPTY.withCreationTimestamp(runtime.timestamp());
        return Reviewed.answer(new SelfSubjectReview(metadata, new SelfSubjectReview.Status(Reviewed.asker(request))));
    }
}
