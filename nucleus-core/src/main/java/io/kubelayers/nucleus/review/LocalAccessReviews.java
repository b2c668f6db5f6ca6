package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.authorization.LocalSubjectAccessReview;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May that user, in this namespace? Who may ask can be granted namespace by namespace. */
record LocalAccessReviews(Authorizer authorizer) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return LocalSubjectAccessReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, LocalSubjectAccessReview.class);
        Reviewed.require(errors(review), request);
        var namespace = request.namespace();
        if (namespace.isEmpty()) {
            throw ApiErrors.badRequest("namespace is required on this type: ");
        }
        if (!namespace.equals(review.metadata().namespaceOrEmpty())) {
            throw ApiErrors.badRequest("spec.resourceAttributes.namespace must match namespace: " + namespace);
        }
        var decision = authorizer.authorize(AccessQuestion.about(review.spec()));
        return Reviewed.answer(
                review.withStatus(AccessQuestion.answer(decision, review.spec().resourceAttributes())));
    }

    private static List<FieldError> errors(LocalSubjectAccessReview review) {
        var errors = new FieldErrors();
        AccessQuestion.check(review.spec(), errors);
        AccessQuestion.checkMetadata(review.metadata(), true, errors);
        var resource = review.spec().resourceAttributes();
        if (resource != null && !review.metadata().namespaceOrEmpty().equals(text(resource.namespace()))) {
            errors.invalid(
                    AccessQuestion.SPEC.child("resourceAttributes", "namespace"),
                    text(resource.namespace()),
                    "must match metadata.namespace");
        }
        var path = review.spec().nonResourceAttributes();
        if (path != null) {
            errors.invalid(
                    AccessQuestion.SPEC.child("nonResourceAttributes"), path, "disallowed on this kind of request");
        }
        return errors.list();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
