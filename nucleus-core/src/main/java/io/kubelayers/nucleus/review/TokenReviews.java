package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.TokenReview;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.List;
import java.util.function.Function;

/**
 * Whose token is this? Tokens are for the API server's own audience.
 *
 * @param authenticate tells who shows credentials, or throws
 */
public record TokenReviews(Function<Credentials, UserInfo> authenticate) implements VirtualResource {
    private static final String AUDIENCE = "https://kubernetes.default.svc";

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
        if (!audiences.isEmpty() && !audiences.contains(AUDIENCE)) {
            return new TokenReview.Status(
                    false, UserInfo.EMPTY, List.of(), "token audiences do not match those of the API server");
        }
        try {
            return new TokenReview.Status(true, authenticate.apply(Credentials.token(token)), List.of(AUDIENCE), null);
        } catch (ApiException unknown) {
            return new TokenReview.Status(
                    false, UserInfo.EMPTY, List.of(), "[invalid bearer token, token lookup failed]");
        }
    }
}
