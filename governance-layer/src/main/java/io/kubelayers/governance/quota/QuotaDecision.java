package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * May a write go on under the quotas of its namespace?
 *
 * @param request the write
 * @param refusal why not, in upstream's words; empty if it may
 * @param refusalIsPlain whether upstream gives the refusal as it is, not as {@code … is forbidden: …}
 * @param checks what each quota said, as far as they were asked
 * @param updates the quotas whose status must be written, with the new use, before the write goes on; empty if refused
 */
public record QuotaDecision(
        QuotaRequest request,
        String refusal,
        boolean refusalIsPlain,
        List<QuotaCheck> checks,
        List<ResourceQuota> updates)
        implements Explained {
    public QuotaDecision {
        checks = List.copyOf(checks);
        updates = List.copyOf(updates);
    }

    static QuotaDecision admitted(QuotaRequest request, List<QuotaCheck> checks, List<ResourceQuota> updates) {
        return new QuotaDecision(request, "", false, checks, updates);
    }

    static QuotaDecision refused(QuotaRequest request, List<QuotaCheck> checks, String refusal) {
        return new QuotaDecision(request, refusal, false, checks, List.of());
    }

    public boolean allowed() {
        return refusal.isEmpty();
    }

    /** Upstream's error: {@code pods "web" is forbidden: exceeded quota: …}; empty if allowed. */
    public String error() {
        if (allowed() || refusalIsPlain) {
            return refusal;
        }
        return request.resource() + " \"" + request.name() + "\" is forbidden: " + refusal;
    }

    @Override
    public String explain() {
        return allowed() ? request.resource() + " \"" + request.name() + "\" fits into the quotas" : error();
    }

    @Override
    public Finding finding() {
        var root = allowed()
                ? Finding.pass("quota.admit", request.name(), explain())
                : Finding.fail("quota.admit", request.name(), explain());
        return root.because(checks.stream().map(QuotaCheck::finding).toList());
    }
}
