package io.kubelayers.nucleus.admissionregistration;

/** The values of {@code OperationType}. */
public final class OperationType {
    public static final String ANY = "*";
    public static final String CREATE = "CREATE";
    public static final String UPDATE = "UPDATE";
    public static final String DELETE = "DELETE";
    public static final String CONNECT = "CONNECT";

    private OperationType() {}
}
