package io.kubelayers.nucleus.serviceaccount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The certificate of the authority by which pods recognize the API server, in a ConfigMap of every namespace.
 *
 * <p>The one in {@value #ORIGIN} is the original: whoever serves the API with an authority of their own writes it there,
 * and the controller {@code root-ca-certificate-publisher} spreads it. Until then it is a certificate that signs nothing.
 */
public final class RootCertificate {
    /** The ConfigMap with the certificate in each namespace. */
    public static final String CONFIG_MAP = "kube-root-ca.crt";

    /** Key of the certificate in the ConfigMap, in PEM form. */
    public static final String KEY = "ca.crt";

    /** The namespace whose ConfigMap is the original. */
    public static final String ORIGIN = "kube-system";

    private RootCertificate() {}

    /** The certificate of clusters that nobody gave another. Its key was never kept. */
    static String placeholder() {
        try (var in = RootCertificate.class.getResourceAsStream("placeholder-ca.crt")) {
            if (in == null) {
                throw new IllegalStateException("placeholder-ca.crt is not beside " + RootCertificate.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
