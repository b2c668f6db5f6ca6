package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a request for a certificate may not do: take conditions back, approve without being asked to, or replace
 * what was signed ({@code validateCertificateSigningRequestUpdate}).
 */
final class CertificateRequestChangeChecks {
    private static final FieldPath CONDITIONS = FieldPath.of("status", "conditions");
    private static final FieldPath CERTIFICATE = FieldPath.of("status", "certificate");

    private CertificateRequestChangeChecks() {}

    static List<FieldError> check(
            CertificateSigningRequest request, CertificateSigningRequest old, boolean approves, boolean signs) {
        var errors = new ArrayList<FieldError>();
        for (var type : List.of("Approved", "Denied", "Failed")) {
            if (count(request, type) < count(old, type)) {
                errors.add(FieldError.forbidden(
                        CONDITIONS, "updates may not remove a condition of type \"" + type + "\""));
            }
        }
        for (var type : List.of("Approved", "Denied")) {
            if (!approves && count(request, type) > count(old, type)) {
                errors.add(
                        FieldError.forbidden(CONDITIONS, "updates may not add a condition of type \"" + type + "\""));
            }
        }
        certificate(request, old, signs, errors);
        return errors;
    }

    private static void certificate(
            CertificateSigningRequest request, CertificateSigningRequest old, boolean signs, List<FieldError> errors) {
        var signed = request.status().certificate();
        var before = old.status().certificate();
        if (signed.equals(before)) {
            return;
        }
        if (!signs) {
            errors.add(FieldError.forbidden(CERTIFICATE, "updates may not set certificate content"));
        } else if (before.size() > 0) {
            errors.add(FieldError.forbidden(CERTIFICATE, "updates may not modify existing certificate content"));
        }
    }

    /** What is wrong with a certificate that was not there before; null if nothing is. */
    static @Nullable FieldError certificate(CertificateSigningRequest request, CertificateSigningRequest old) {
        var signed = request.status().certificate();
        var problem = signed.equals(old.status().certificate()) ? null : PemCertificates.problem(signed);
        return problem == null ? null : FieldError.invalid(CERTIFICATE, "<certificate data>", problem);
    }

    private static long count(CertificateSigningRequest request, String type) {
        return request.status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .count();
    }
}
