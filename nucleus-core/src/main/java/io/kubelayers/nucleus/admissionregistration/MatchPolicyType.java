package io.kubelayers.nucleus.admissionregistration;

/** The values of {@code MatchPolicyType}. */
public final class MatchPolicyType {
    public static final String EXACT = "Exact";
    public static final String EQUIVALENT = "Equivalent";

    private MatchPolicyType() {}
}
