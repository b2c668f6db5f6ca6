package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Asks whether some user or group may do something; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec Who and what is asked about.
 * @param status Answer; filled by the server.
 */
@Kind(
        group = "authorization.k8s.io",
        version = "v1",
        plural = "subjectaccessreviews",
        scope = Scope.CLUSTER,
        verbs = "create")
@RecordBuilder
public record SubjectAccessReview(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) SubjectAccessReviewSpec spec,
        @Written @Pb(3) SubjectAccessReviewStatus status)
        implements KubernetesObject, SubjectAccessReviewBuilder.With {
    public SubjectAccessReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, SubjectAccessReviewSpec.EMPTY);
        status = Absent.or(status, SubjectAccessReviewStatus.EMPTY);
    }

    @Override
    public SubjectAccessReview withMetadata(ObjectMeta metadata) {
        return SubjectAccessReviewBuilder.With.super.withMetadata(metadata);
    }
}
