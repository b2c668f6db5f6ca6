package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.certificates.CertificateSigningRequest;
import io.kubelayers.nucleus.certificates.CertificateSigningRequest.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What writes of a request for a certificate store: an approval its conditions, a signer the certificate and whether it
 * failed ({@code registry/certificates/certificates/strategy.go}).
 */
final class CertificateRequestChanges {
    /** Conditions that approvals give. */
    static final Set<String> APPROVALS = Set.of("Approved", "Denied");

    private CertificateRequestChanges() {}

    /** An approval changes conditions and no more. */
    static CertificateSigningRequest approved(
            CertificateSigningRequest sent, CertificateSigningRequest old, Instant now) {
        var conditions = timed(sent.status().conditions(), old, now);
        return sent.withSpec(old.spec()).withStatus(old.status().withConditions(conditions));
    }

    /** A signer doesn't decide: conditions of approvals are those that there are. */
    static CertificateSigningRequest signed(
            CertificateSigningRequest sent, CertificateSigningRequest old, Instant now) {
        var conditions = new ArrayList<Condition>();
        for (var condition : sent.status().conditions()) {
            conditions.add(APPROVALS.contains(condition.type()) ? kept(condition, old) : condition);
        }
        return sent.withStatus(sent.status().withConditions(timed(conditions, old, now)));
    }

    private static Condition kept(Condition condition, CertificateSigningRequest old) {
        return old.status().conditions().stream()
                .filter(before -> before.type().equals(condition.type()))
                .findFirst()
                .orElse(condition);
    }

    private static List<Condition> timed(List<Condition> conditions, CertificateSigningRequest old, Instant now) {
        return conditions.stream().map(condition -> timed(condition, old, now)).toList();
    }

    private static Condition timed(Condition condition, CertificateSigningRequest old, Instant now) {
        var updated = condition.lastUpdateTime() == null ? condition.withLastUpdateTime(now) : condition;
        if (updated.lastTransitionTime() != null) {
            return updated;
        }
        for (var before : old.status().conditions()) {
            if (before.type().equals(condition.type())
                    && before.status().equals(condition.status())
                    && before.lastTransitionTime() != null) {
                return updated.withLastTransitionTime(before.lastTransitionTime());
            }
        }
        return updated.withLastTransitionTime(now);
    }
}
