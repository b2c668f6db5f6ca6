package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.NonResourceAttributes;
import io.kubelayers.nucleus.authorization.ResourceAttributes;
import io.kubelayers.nucleus.authorization.SubjectAccessReviewSpec;
import io.kubelayers.nucleus.authorization.SubjectAccessReviewStatus;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question of an access review, its errors and its answer (pkg/apis/authorization/validation, pkg/registry/authorization). */
final class AccessQuestion {
    static final FieldPath SPEC = FieldPath.of("spec");

    private AccessQuestion() {}

    static AccessRequest about(
            UserInfo user, @Nullable ResourceAttributes resource, @Nullable NonResourceAttributes path) {
        if (resource != null) {
            return new AccessRequest(
                    user,
                    Absent.text(resource.verb()),
                    true,
                    Absent.text(resource.group()),
                    Absent.text(resource.version()),
                    Absent.text(resource.resource()),
                    Absent.text(resource.subresource()),
                    Absent.text(resource.name()),
                    Absent.text(resource.namespace()),
                    "",
                    AskedSelectors.fields(resource.fieldSelector()));
        }
        return path == null
                ? AccessRequest.toPath(user, "", "")
                : AccessRequest.toPath(user, Absent.text(path.verb()), Absent.text(path.path()));
    }

    static AccessRequest about(SubjectAccessReviewSpec spec) {
        var user = new UserInfo(spec.user(), spec.uid(), spec.groups(), spec.extra());
        return about(user, spec.resourceAttributes(), spec.nonResourceAttributes());
    }

    static SubjectAccessReviewStatus answer(AccessDecision decision, @Nullable ResourceAttributes resource) {
        boolean denied = decision.verdict() == AccessDecision.Verdict.DENY;
        return new SubjectAccessReviewStatus(
                decision.allowed(), denied, decision.reason(), AskedSelectors.complaint(resource));
    }

    /** One thing has to be asked about, and only one. */
    static void check(@Nullable ResourceAttributes resource, @Nullable NonResourceAttributes path, FieldErrors errors) {
        if (resource != null && path != null) {
            errors.invalid(
                    SPEC.child("nonResourceAttributes"),
                    path,
                    "cannot be specified in combination with resourceAttributes");
        }
        if (resource == null && path == null) {
            errors.invalid(
                    SPEC.child("resourceAttributes"),
                    null,
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }
    }

    static void checkSelectors(@Nullable ResourceAttributes resource, FieldErrors errors) {
        if (resource != null) {
            AttributeChecks.check(SPEC.child("resourceAttributes"), resource, errors);
        }
    }

    static void check(SubjectAccessReviewSpec spec, FieldErrors errors) {
        check(spec.resourceAttributes(), spec.nonResourceAttributes(), errors);
        if (spec.user() == null && spec.groups().isEmpty()) {
            errors.invalid(SPEC.child("user"), "", "at least one of user or group must be specified");
        }
        checkSelectors(spec.resourceAttributes(), errors);
    }

    /** Reviews have no name: they are never stored. */
    static void checkMetadata(ObjectMeta metadata, boolean namespaced, FieldErrors errors) {
        var compared = metadata.withManagedFields(List.of());
        if (!(namespaced ? compared.withNamespace(null) : compared).equals(ObjectMeta.EMPTY)) {
            errors.invalid(
                    FieldPath.of("metadata"),
                    metadata,
                    namespaced ? "must be empty except for namespace" : "must be empty");
        }
    }
}
