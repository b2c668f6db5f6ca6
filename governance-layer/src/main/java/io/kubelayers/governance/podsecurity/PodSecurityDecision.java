package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to answer to a write.
 *
 * @param enforced what the pod does against the enforced policy; null if it was not looked at
 * @param invalidLabels labels of a written namespace that cannot be read, which refuse it
 * @param warnings texts for the client
 * @param auditAnnotations notes for the audit log, keys without their prefix {@code pod-security.kubernetes.io/}
 */
public record PodSecurityDecision(
        @Nullable PodSecurityResult enforced,
        List<FieldError> invalidLabels,
        List<String> warnings,
        Map<String, String> auditAnnotations)
        implements Explained {
    /** Policy enforced on the pod. */
    public static final String ENFORCE_POLICY = "enforce-policy";

    /** How it violates the audited policy. */
    public static final String AUDIT_VIOLATIONS = "audit-violations";

    /** Why it was not looked at: namespace, user or runtimeClass. */
    public static final String EXEMPT = "exempt";

    /** What went wrong although the write was let through. */
    public static final String ERROR = "error";

    static final PodSecurityDecision NOTHING_TO_SAY = new PodSecurityDecision(null, List.of(), List.of(), Map.of());

    private static final String CODE = "podsecurity.admission";

    public PodSecurityDecision {
        invalidLabels = List.copyOf(invalidLabels);
        warnings = List.copyOf(warnings);
        auditAnnotations = Collections.unmodifiableMap(new TreeMap<>(auditAnnotations));
    }

    static PodSecurityDecision noting(String key, String value) {
        return new PodSecurityDecision(null, List.of(), List.of(), Map.of(key, value));
    }

    static PodSecurityDecision invalid(List<FieldError> labels) {
        return new PodSecurityDecision(null, labels, List.of(), Map.of());
    }

    static PodSecurityDecision warning(List<String> texts) {
        return new PodSecurityDecision(null, List.of(), texts, Map.of());
    }

    public boolean allowed() {
        return invalidLabels.isEmpty() && (enforced == null || enforced.allowed());
    }

    @Override
    public String explain() {
        if (!invalidLabels.isEmpty()) {
            return InvalidFieldsException.text(invalidLabels);
        } else if (enforced != null && !enforced.allowed()) {
            return enforced.explain();
        }
        var exemption = auditAnnotations.get(EXEMPT);
        if (exemption != null) {
            return "not looked at: the " + exemption + " is exempt";
        }
        return warnings.isEmpty() ? "allowed" : "allowed with warnings";
    }

    @Override
    public Finding finding() {
        var root = allowed() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        if (enforced != null) {
            root = root.because(enforced.finding());
        }
        for (var warning : warnings) {
            root = root.because(Finding.note(CODE + ".warning", "", warning));
        }
        for (var annotation : auditAnnotations.entrySet()) {
            root = root.because(Finding.note(CODE + ".audit", annotation.getKey(), annotation.getValue()));
        }
        return root;
    }
}
