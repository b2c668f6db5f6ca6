package io.kubelayers.nucleus.admissionregistration;

/** The values of {@code FailurePolicyType}. */
public final class FailurePolicyType {
    public static final String IGNORE = "Ignore";
    public static final String FAIL = "Fail";

    private FailurePolicyType() {}
}
