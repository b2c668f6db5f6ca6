package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.authorization.NonResourceAttributes;
import io.kubelayers.nucleus.authorization.ResourceAttributes;
import io.kubelayers.nucleus.authorization.SubjectAccessReviewSpec;
import io.kubelayers.nucleus.authorization.SubjectAccessReviewStatus;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    "");
        }
        return path == null
                ? AccessRequest.toPath(user, "", "")
                : AccessRequest.toPath(user, Absent.text(path.verb()), Absent.text(path.path()));
    }

    static AccessRequest about(SubjectAccessReviewSpec spec) {
        var user = new UserInfo(spec.user(), spec.uid(), spec.groups(), spec.extra());
        return about(user, spec.resourceAttributes(), spec.nonResourceAttributes());
    }

    static SubjectAccessReviewStatus answer(AccessDecision decision) {
        boolean denied = decision.verdict() == AccessDecision.Verdict.DENY;
        return new SubjectAccessReviewStatus(decision.allowed(), denied, decision.reason(), null);
    }

    /** One thing has to be asked about, and only one. */
    static List<FieldError> errors(@Nullable ResourceAttributes resource, @Nullable NonResourceAttributes path) {
        var errors = new ArrayList<FieldError>();
        if (resource != null && path != null) {
            errors.add(FieldError.invalid(
                    SPEC.child("nonResourceAttributes"),
                    tree(path),
                    "cannot be specified in combination with resourceAttributes"));
        }
        if (resource == null && path == null) {
            errors.add(FieldError.invalid(
                    SPEC.child("resourceAttributes"),
                    null,
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        }
        return errors;
    }

    static List<FieldError> errors(SubjectAccessReviewSpec spec) {
        var errors = new ArrayList<>(errors(spec.resourceAttributes(), spec.nonResourceAttributes()));
        if (spec.user() == null && spec.groups().isEmpty()) {
            errors.add(FieldError.invalid(SPEC.child("user"), "", "at least one of user or group must be specified"));
        }
        return errors;
    }

    /** Reviews have no name: they are never stored. */
    static List<FieldError> metadataErrors(ObjectMeta metadata, String detail) {
        return metadata.name() == null
                        && metadata.generateName() == null
                        && metadata.labels().isEmpty()
                        && metadata.annotations().isEmpty()
                ? List.of()
                : List.of(FieldError.invalid(FieldPath.of("metadata"), Map.of("name", metadata.nameOrEmpty()), detail));
    }

    static Map<String, String> tree(NonResourceAttributes path) {
        var tree = new LinkedHashMap<String, String>();
        tree.put("Path", Absent.text(path.path()));
        tree.put("Verb", Absent.text(path.verb()));
        return tree;
    }
}
