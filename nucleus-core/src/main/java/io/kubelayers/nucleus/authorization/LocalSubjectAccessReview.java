package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Asks whether some user or group may do something in one namespace; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec Who and what is asked about; its namespace must be that of the call.
 * @param status Answer; filled by the server.
 */
@Kind(group = "authorization.k8s.io", version = "v1", plural = "localsubjectaccessreviews", verbs = "create")
@RecordBuilder
public record LocalSubjectAccessReview(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) SubjectAccessReviewSpec spec,
        @Written @Pb(3) SubjectAccessReviewStatus status)
        implements KubernetesObject, LocalSubjectAccessReviewBuilder.With {
    public LocalSubjectAccessReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, SubjectAccessReviewSpec.EMPTY);
        status = Absent.or(status, SubjectAccessReviewStatus.EMPTY);
    }

    @Override
    public LocalSubjectAccessReview withMetadata(ObjectMeta metadata) {
        return LocalSubjectAccessReviewBuilder.With.super.withMetadata(metadata);
    }
}
