package io.kubelayers.interfaces.remote;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How the other side's certificate is checked, and which is shown to it. All texts are PEM.
 *
 * @param authorities certificates to trust; null for those of the Java runtime
 * @param certificate certificate to show, with those of its issuers behind it; null for none
 * @param key its key
 * @param serverName name that the other side's certificate must have; null for the host of the URL
 * @param insecure whether any certificate will do
 */
@RecordBuilder
public record TlsTrust(
        @Nullable String authorities,
        @Nullable String certificate,
        @Nullable String key,
        @Nullable String serverName,
        boolean insecure)
        implements TlsTrustBuilder.With {
    /** As browsers do it. */
    public static final TlsTrust STANDARD = new TlsTrust(null, null, null, null, false);

    public TlsTrust {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("a certificate and its key go together; one of them is missing");
        }
        if (insecure && authorities != null) {
            throw new IllegalArgumentException(
                    "specifying a root certificates file with the insecure flag is not allowed");
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "TlsTrust[insecure=" + insecure + ", serverName=" + serverName + "]";
    }
}
