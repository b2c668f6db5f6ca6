package io.kubelayers.nucleus.admissionregistration;

/** The values of {@code ScopeType}. */
public final class ScopeType {
    public static final String CLUSTER = "Cluster";
    public static final String NAMESPACED = "Namespaced";
    public static final String ANY = "*";

    private ScopeType() {}
}
