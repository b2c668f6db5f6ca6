package io.kubelayers.governance.imagepolicy;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a policy webhook whether the images of a pod may be used.
 *
 * @param metadata the usual object metadata
 * @param spec Images asked about.
 * @param status Answer of the webhook.
 */
@ApiType(group = "imagepolicy.k8s.io", version = "v1alpha1")
@RecordBuilder
public record ImageReview(
        @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec, @Written @Pb(3) Status status)
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
     * Images of a pod that are to be judged.
     *
     * @param containers Containers of the pod, reduced to their images.
     * @param annotations Pod annotations with a key prefix under image-policy.k8s.io; others are not passed on.
     * @param namespace Namespace of the pod.
     */
    @TypeName("ImageReviewSpec")
    @RecordBuilder
    public record Spec(
            @Atomic @Pb(1) List<ContainerSpec> containers,
            @Pb(2) Map<String, String> annotations,
            @Pb(3) @Nullable String namespace)
            implements ImageReviewSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            containers = Absent.list(containers);
            annotations = Absent.map(annotations);
            namespace = Absent.optional(namespace);
        }
    }

    /**
     * Image of one container.
     *
     * @param image Image reference, with tag or digest as the pod gives it.
     */
    @TypeName("ImageReviewContainerSpec")
    @RecordBuilder
    public record ContainerSpec(@Pb(1) @Nullable String image) implements ImageReviewContainerSpecBuilder.With {
        public ContainerSpec {
            image = Absent.optional(image);
        }
    }

    /**
     * Verdict on the images of a pod.
     *
     * @param allowed True if all images may run.
     * @param reason Readable why; empty if allowed or not given.
     * @param auditAnnotations Values added to the audit log.
     */
    @TypeName("ImageReviewStatus")
    @RecordBuilder
    public record Status(
            @Required @Pb(1) boolean allowed,
            @Pb(2) @Nullable String reason,
            @Pb(3) Map<String, String> auditAnnotations)
            implements ImageReviewStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(false, null, null);

        public Status {
            reason = Absent.optional(reason);
            auditAnnotations = Absent.map(auditAnnotations);
        }
    }
}
