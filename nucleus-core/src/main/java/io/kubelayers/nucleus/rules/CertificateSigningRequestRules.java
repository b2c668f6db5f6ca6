package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.certificates.CertificateSigningRequestStatusBuilder;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.validation.SignerNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What requests for certificates say: the encoded request, who is to sign it and what for. Only the conditions and the
 * certificate change later ({@code pkg/apis/certificates/validation/validation.go}).
 */
final class CertificateSigningRequestRules implements KindRules<CertificateSigningRequest> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath CONDITIONS = FieldPath.of("status", "conditions");
    private static final int LIFETIME_MIN = 600;
    private static final Set<String> ONCE = Set.of("Approved", "Denied");

    private static final List<String> USAGES = List.of(
            "any",
            "cert sign",
            "client auth",
            "code signing",
            "content commitment",
            "crl sign",
            "data encipherment",
            "decipher only",
            "digital signature",
            "email protection",
            "encipher only",
            "ipsec end system",
            "ipsec tunnel",
            "ipsec user",
            "key agreement",
            "key encipherment",
            "microsoft sgc",
            "netscape sgc",
            "ocsp signing",
            "s/mime",
            "server auth",
            "signing",
            "timestamping");

    @Override
    public Class<CertificateSigningRequest> type() {
        return CertificateSigningRequest.class;
    }

    /** What was asked for is nobody's, and an approval changes nothing but conditions. */
    @Override
    public List<List<String>> fieldsResetBy(String subresource) {
        return switch (subresource) {
            case "" -> List.of(List.of("spec"), List.of("status"));
            case "status" -> List.of(List.of("status", "conditions"));
            case "approval" -> List.of(List.of("spec"), List.of("status", "certificate"));
            default -> List.of();
        };
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public CertificateSigningRequest prepareForCreate(CertificateSigningRequest request, UserInfo user) {
        var spec = request.spec()
                .withUsername(user.username())
                .withUid(user.uid())
                .withGroups(user.groups())
                .withExtra(user.extra());
        return request.withSpec(spec)
                .withStatus(CertificateSigningRequestStatusBuilder.builder().build());
    }

    /** What was asked for stays. */
    @Override
    public CertificateSigningRequest prepareForUpdate(
            CertificateSigningRequest request, CertificateSigningRequest old) {
        return request.withSpec(old.spec()).withStatus(old.status());
    }

    @Override
    public List<FieldError> validate(CertificateSigningRequest request) {
        var errors = new ArrayList<FieldError>();
        var spec = request.spec();
        var problem = EncodedRequest.problem(spec.request());
        if (problem != null) {
            errors.add(FieldError.invalid(SPEC.child("request"), ShownValue.of(spec.request()), problem));
        }
        usages(SPEC.child("usages"), spec.usages(), errors);
        if (spec.signerName().equals("kubernetes.io/legacy-unknown")) {
            errors.add(FieldError.invalid(
                    SPEC.child("signerName"),
                    spec.signerName(),
                    "the legacy signerName is not allowed via this API version"));
        } else {
            SignerNames.check(SPEC.child("signerName"), spec.signerName(), errors);
        }
        var seconds = spec.expirationSeconds();
        if (seconds != null && seconds < LIFETIME_MIN) {
            errors.add(FieldError.invalid(
                    SPEC.child("expirationSeconds"),
                    seconds,
                    "may not specify a duration less than 600 seconds (10 minutes)"));
        }
        conditions(request.status().conditions(), errors);
        return errors;
    }

    private static void usages(FieldPath path, List<String> usages, List<FieldError> errors) {
        if (usages.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        for (int i = 0; i < usages.size(); i++) {
            if (!USAGES.contains(usages.get(i))) {
                errors.add(FieldError.notSupported(path.index(i), usages.get(i), USAGES));
            }
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < usages.size(); i++) {
            if (!seen.add(usages.get(i))) {
                errors.add(FieldError.duplicate(path.index(i), usages.get(i)));
            }
        }
    }

    private static void conditions(List<CertificateSigningRequest.Condition> conditions, List<FieldError> errors) {
        var types = new HashSet<String>();
        boolean approved = false;
        boolean denied = false;
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            var at = CONDITIONS.index(i);
            if (condition.type().isEmpty()) {
                errors.add(FieldError.required(at.child("type"), ""));
            }
            status(at.child("status"), condition, errors);
            boolean first = !approved && !denied;
            approved |= condition.type().equals("Approved");
            denied |= condition.type().equals("Denied");
            if (approved && denied && !first && ONCE.contains(condition.type())) {
                errors.add(FieldError.invalid(
                        CONDITIONS, condition.type(), "Approved and Denied conditions are mutually exclusive"));
            }
            if (!types.add(condition.type())) {
                errors.add(FieldError.duplicate(at.child("type"), condition.type()));
            }
        }
    }

    private static void status(FieldPath at, CertificateSigningRequest.Condition condition, List<FieldError> errors) {
        var status = condition.status();
        if (status.isEmpty()) {
            errors.add(FieldError.required(at, ""));
        } else if (ONCE.contains(condition.type()) || condition.type().equals("Failed")) {
            if (!status.equals("True")) {
                errors.add(FieldError.notSupported(at, status, List.of("True")));
            }
        } else if (!List.of("True", "False", "Unknown").contains(status)) {
            errors.add(FieldError.notSupported(at, status, List.of("True", "False", "Unknown")));
        }
    }

    @Override
    public List<FieldError> validateUpdate(CertificateSigningRequest request, CertificateSigningRequest old) {
        var errors = new ArrayList<FieldError>();
        if (!request.spec().equals(old.spec())) {
            errors.add(FieldError.invalid(SPEC, ShownValue.of(request.spec()), "field is immutable"));
        }
        conditions(request.status().conditions(), errors);
        return errors;
    }

    @Override
    public CertificateSigningRequest prepareForStatusUpdate(
            CertificateSigningRequest request, CertificateSigningRequest old, Instant now) {
        return CertificateRequestChanges.signed(request, old, now);
    }

    @Override
    public CertificateSigningRequest prepareForSubresourceUpdate(
            CertificateSigningRequest request, CertificateSigningRequest old, String subresource, Instant now) {
        return CertificateRequestChanges.approved(request, old, now);
    }

    @Override
    public List<FieldError> validateStatusUpdate(CertificateSigningRequest request, CertificateSigningRequest old) {
        return changed(request, old, false, true);
    }

    @Override
    public List<FieldError> validateSubresourceUpdate(
            CertificateSigningRequest request, CertificateSigningRequest old, String subresource) {
        return changed(request, old, true, false);
    }

    private static List<FieldError> changed(
            CertificateSigningRequest request, CertificateSigningRequest old, boolean approves, boolean signs) {
        var errors = new ArrayList<FieldError>();
        conditions(request.status().conditions(), errors);
        var certificate = CertificateRequestChangeChecks.certificate(request, old);
        if (certificate != null) {
            errors.add(certificate);
        }
        errors.addAll(CertificateRequestChangeChecks.check(request, old, approves, signs));
        return errors;
    }
}
