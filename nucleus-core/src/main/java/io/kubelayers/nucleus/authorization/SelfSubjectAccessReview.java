package io.kubelayers.nucleus.authorization;

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
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the caller may do something; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec What is asked about.
 * @param status Answer; filled by the server.
 */
@Kind(
        group = "authorization.k8s.io",
        version = "v1",
        plural = "selfsubjectaccessreviews",
        scope = Scope.CLUSTER,
        verbs = "create")
@RecordBuilder
public record SelfSubjectAccessReview(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) Spec spec,
        @Written @Pb(3) SubjectAccessReviewStatus status)
        implements KubernetesObject, SelfSubjectAccessReviewBuilder.With {
    public SelfSubjectAccessReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, SubjectAccessReviewStatus.EMPTY);
    }

    @Override
    public SelfSubjectAccessReview withMetadata(ObjectMeta metadata) {
        return SelfSubjectAccessReviewBuilder.With.super.withMetadata(metadata);
    }

    /**
     * What the caller wants to do; exactly one of the two members is set.
     *
     * @param resourceAttributes Request on a resource; null if on a URL path.
     * @param nonResourceAttributes Request on a URL path; null if on a resource.
     */
    @TypeName("SelfSubjectAccessReviewSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable ResourceAttributes resourceAttributes,
            @Pb(2) @Nullable NonResourceAttributes nonResourceAttributes)
            implements SelfSubjectAccessReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null);
    }
}
