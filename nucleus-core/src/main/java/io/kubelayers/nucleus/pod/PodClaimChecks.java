package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.ResourceClaim;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with the device claims of a pod ({@code validatePodResourceClaims}). */
final class PodClaimChecks {
    private PodClaimChecks() {}

    /** The names by which containers can refer to claims. */
    static SortedSet<String> names(PodSpec spec) {
        if (spec.resourceClaims().isEmpty()) {
            return Collections.emptySortedSet();
        }
        var names = new TreeSet<String>();
        for (var claim : spec.resourceClaims()) {
            if (!claim.name().isEmpty()) {
                names.add(claim.name());
            }
        }
        return names;
    }

    static void check(FieldPath path, List<ResourceClaim> claims, @Nullable ObjectMeta pod, List<FieldError> errors) {
        if (claims.isEmpty()) {
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < claims.size(); i++) {
            if (pod != null && pod.annotations().containsKey(PodAnnotationChecks.MIRROR)) {
                errors.add(FieldError.forbidden(FieldPath.of(""), "static pods do not support resource claims"));
            } else {
                claim(path.index(i), claims.get(i), names, errors);
            }
        }
    }

    private static void claim(FieldPath at, ResourceClaim claim, HashSet<String> names, List<FieldError> errors) {
        if (claim.name().isEmpty()) {
            errors.add(FieldError.required(at.child("name"), ""));
        } else if (!names.add(claim.name())) {
            errors.add(FieldError.duplicate(at.child("name"), claim.name()));
        } else {
            MetaRules.invalid(at.child("name"), claim.name(), Names.dnsLabel(claim.name()), errors);
        }
        var named = claim.resourceClaimName();
        var template = claim.resourceClaimTemplateName();
        if (named != null && template != null) {
            errors.add(FieldError.invalid(
                    at,
                    ShownValue.of(claim),
                    "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"));
        }
        if (named == null && template == null) {
            errors.add(FieldError.invalid(
                    at, ShownValue.of(claim), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"));
        }
        if (named != null) {
            MetaRules.invalid(at.child("resourceClaimName"), named, Names.dnsSubdomain(named), errors);
        }
        if (template != null) {
            MetaRules.invalid(at.child("resourceClaimTemplateName"), template, Names.dnsSubdomain(template), errors);
        }
    }
}
