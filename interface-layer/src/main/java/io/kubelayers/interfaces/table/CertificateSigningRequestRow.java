package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for a certificate: who asks whom, and what became of it. */
final class CertificateSigningRequestRow implements RowPrinter<CertificateSigningRequest> {
    @Override
    public List<@Nullable Object> cells(CertificateSigningRequest request, Instant now) {
        var spec = request.spec();
        var seconds = spec.expirationSeconds();
        return Cells.row(
                Cells.name(request),
                Cells.age(request, now),
                Cells.text(spec.signerName(), Cells.NONE),
                Cells.text(spec.username()),
                seconds == null ? Cells.NONE : Ages.of(Duration.ofSeconds(seconds)),
                state(request));
    }

    private static String state(CertificateSigningRequest request) {
        var state = has(request, "Denied") ? "Denied" : has(request, "Approved") ? "Approved" : "Pending";
        if (has(request, "Failed")) {
            state += ",Failed";
        }
        return request.status().certificate().size() > 0 ? state + ",Issued" : state;
    }

    private static boolean has(CertificateSigningRequest request, String type) {
        return request.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals(type));
    }
}
