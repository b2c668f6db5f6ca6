package io.kubelayers.interfaces.http.server;

import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Tells clients, as upstream, whose certificates the server knows, by which they choose one of theirs; and takes any: which
 * of them count is decided with each request, by {@link ClientCertificates}.
 */
final class AskedCertificates extends SslContextFactory.X509ExtendedTrustManagerWrapper {
    private final List<X509Certificate> authorities;

    /** Asks for certificates of these authorities. */
    AskedCertificates(List<X509Certificate> authorities) {
        super(null); // one that wraps none lets all in
        this.authorities = List.copyOf(authorities);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.toArray(X509Certificate[]::new);
    }
}
