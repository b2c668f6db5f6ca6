package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Recognition;
import io.kubelayers.nucleus.authentication.TokenReview;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Whose token is this, and is it for one of these audiences? Who does not name any asks for the API server ({@code
 * pkg/registry/authentication/tokenreview/storage.go}).
 *
 * @param recognize tells who shows credentials that are for some of the audiences
 */
public record TokenReviews(BiFunction<Credentials, List<String>, Recognition> recognize) implements VirtualResource {
    @Override
    public Class<? extends KubernetesObject> kind() {
        return TokenReview.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var review = Reviewed.body(request, TokenReview.class);
        var token = review.spec().token();
        if (token == null) {
            throw ApiErrors.badRequest("token is required for TokenReview in authentication");
        }
        return Reviewed.answer(review.withStatus(status(token, review.spec().audiences())));
    }

    private TokenReview.Status status(String token, List<String> audiences) {
        var asked = audiences.isEmpty() ? List.of(Authenticator.AUDIENCE) : audiences;
        var recognized = recognize.apply(Credentials.token(token), asked);
        return recognized.user() == null
                ? new TokenReview.Status(false, UserInfo.EMPTY, List.of(), recognized.complaint())
                : new TokenReview.Status(true, recognized.user(), recognized.audiences(), null);
    }
}
