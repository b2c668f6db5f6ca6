package io.kubelayers.nucleus.authentication;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Asks the server who the caller is; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param status Answer; filled by the server.
 */
@Kind(
        group = "authentication.k8s.io",
        version = "v1",
        plural = "selfsubjectreviews",
        scope = Scope.CLUSTER,
        verbs = "create")
@RecordBuilder
public record SelfSubjectReview(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Status status)
        implements KubernetesObject, SelfSubjectReviewBuilder.With {
    public SelfSubjectReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public SelfSubjectReview withMetadata(ObjectMeta metadata) {
        return SelfSubjectReviewBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Answer to a SelfSubjectReview.
     *
     * @param userInfo Identity of the caller.
     */
    @TypeName("SelfSubjectReviewStatus")
    @RecordBuilder
    public record Status(@Written @Pb(1) UserInfo userInfo) implements SelfSubjectReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            userInfo = Absent.or(userInfo, UserInfo.EMPTY);
        }
    }
}
