package io.kubelayers.interfaces.http.server;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.eclipse.jetty.io.EndPoint.SslSessionData;

/**
 * Which certificates of clients count. As upstream, TLS lets any in whose key the client has: only a request without a token
 * is refused for it, with 401 (apiserver {@code request/x509}, {@code server/secure_serving.go}).
 */
final class ClientCertificates {
    private static final String SIGNED = ClientCertificates.class.getName() + ".signed";
    private static final Set<String> PURPOSES =
            Set.of(KeyPurposeId.id_kp_clientAuth.getId(), KeyPurposeId.anyExtendedKeyUsage.getId());

    private final Set<TrustAnchor> anchors;
    private final InstantSource clock;

    ClientCertificates(Collection<X509Certificate> authorities, InstantSource clock) {
        this.anchors = anchors(authorities);
        this.clock = clock;
    }

    private static Set<TrustAnchor> anchors(Collection<X509Certificate> authorities) {
        var anchors = new LinkedHashSet<TrustAnchor>();
        authorities.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
        return anchors;
    }

    /**
     * Whether one of the authorities signed the certificate of this session for a client, and it is valid now. The signature is looked
     * at once for a session, the time with each request.
     */
    boolean counts(SslSessionData tls) {
        var chain = tls.peerCertificates();
        var session = tls.sslSession();
        if (chain == null || chain.length == 0 || session == null) {
            return false;
        }
        var now = Date.from(clock.instant());
        if (!(session.getValue(SIGNED) instanceof Boolean signed)) {
            boolean valid = isSigned(chain, now) && isForClients(chain[0]);
            session.putValue(SIGNED, valid);
            return valid;
        }
        return signed && isValid(chain[0], now);
    }

    private boolean isSigned(X509Certificate[] chain, Date now) {
        try {
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(chain));
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(now);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static boolean isForClients(X509Certificate certificate) {
        try {
            var purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(PURPOSES::contains);
        } catch (CertificateException broken) {
            return false;
        }
    }

    private static boolean isValid(X509Certificate certificate, Date now) {
        return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
    }
}
