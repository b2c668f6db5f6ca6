package io.kubelayers.nucleus.authentication;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server whether a bearer token is valid and whose it is; it is answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec Token to check.
 * @param status Answer; filled by the server.
 */
@Kind(group = "authentication.k8s.io", version = "v1", plural = "tokenreviews", scope = Scope.CLUSTER, verbs = "create")
@RecordBuilder
public record TokenReview(
        @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, TokenReviewBuilder.With {
    public TokenReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public TokenReview withMetadata(ObjectMeta metadata) {
        return TokenReviewBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Token to check in a TokenReview.
     *
     * @param token The bearer token; required.
     * @param audiences Audiences, one of which the token must be for; empty means that of the API server.
     */
    @TypeName("TokenReviewSpec")
    @RecordBuilder
    public record Spec(@Pb(1) @Nullable String token, @Atomic @Pb(2) List<String> audiences)
            implements TokenReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null);

        public Spec {
            token = Absent.optional(token);
            audiences = Absent.list(audiences);
        }
    }

    /**
     * Answer to a TokenReview.
     *
     * @param authenticated True if the token is valid.
     * @param user Whose token it is; empty if not valid.
     * @param audiences Audiences shared by request and token; empty if the server does not check them.
     * @param error Why the token could not be checked; empty if it could.
     */
    @TypeName("TokenReviewStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) boolean authenticated,
            @Written @Pb(2) UserInfo user,
            @Atomic @Pb(4) List<String> audiences,
            @Pb(3) @Nullable String error)
            implements TokenReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(false, null, null, null);

        public Status {
            user = Absent.or(user, UserInfo.EMPTY);
            audiences = Absent.list(audiences);
            error = Absent.optional(error);
        }
    }
}
