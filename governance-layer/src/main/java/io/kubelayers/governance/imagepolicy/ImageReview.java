package io.kubelayers.governance.imagepolicy;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@ApiType(group = "imagepolicy.k8s.io", version = "v1alpha1")
@RecordBuilder
public record ImageReview(
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
    implements KubernetesObject, ImageReviewBuilder.With {
    public ImageReview {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public ImageReview withMetadata(ObjectMeta metadata) {
        return ImageReviewBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param containers TODO-DOC
     * @param annotations TODO-DOC
     * @param namespace TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Atomic @Pb(1) List<ContainerSpec> containers,
        @Pb(2) Map<String, String> annotations,
        @Pb(3) @Nullable String namespace)
        implements ImageReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            containers = Absent.list(containers);
            annotations = Absent.map(annotations);
            namespace = Absent.optional(namespace);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param image TODO-DOC
     */
    @RecordBuilder
    public record ContainerSpec(
        @Pb(1) @Nullable String image)
        implements ImageReviewContainerSpecBuilder.With {
        public ContainerSpec {
            image = Absent.optional(image);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param allowed TODO-DOC
     * @param reason TODO-DOC
     * @param auditAnnotations TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Required @Pb(1) boolean allowed,
        @Pb(2) @Nullable String reason,
        @Pb(3) Map<String, String> auditAnnotations)
        implements ImageReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(false, null, null);

        public Status {
            reason = Absent.optional(reason);
            auditAnnotations = Absent.map(auditAnnotations);
        }

    }
}
