package io.kubelayers.nucleus.core;

/** The values of {@code Protocol}. */
public final class Protocol {
    public static final String TCP = "TCP";
    public static final String UDP = "UDP";
    public static final String SCTP = "SCTP";

    private Protocol() {}
}
