package io.kubelayers.interfaces.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** Makes Java's TLS of {@link TlsTrust}. */
final class TlsContext {
    private static final char[] NO_PASSWORD = new char[0];

    private TlsContext() {}

    /** @throws IllegalArgumentException if a certificate or key cannot be read */
    static SSLContext of(TlsTrust trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(trust), trusts(trust), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("certificates or keys cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keys(TlsTrust trust) throws GeneralSecurityException, IOException {
        var certificate = trust.certificate();
        var key = trust.key();
        if (certificate == null || key == null) {
            return null;
        }
        var store = empty();
        store.setKeyEntry("client", key(key), NO_PASSWORD, certificates(certificate));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trusts(TlsTrust trust) throws GeneralSecurityException, IOException {
        if (trust.insecure()) {
            return new TrustManager[] {new AnyTrust()};
        }
        if (trust.authorities() == null && trust.serverName() == null) {
            return null;
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust.authorities() == null ? null : authorities(trust.authorities()));
        var managers = factory.getTrustManagers();
        var name = trust.serverName();
        return name == null
                ? managers
                : new TrustManager[] {new NamedTrust((X509ExtendedTrustManager) managers[0], name)};
    }

    private static KeyStore authorities(String pem) throws GeneralSecurityException, IOException {
        var store = empty();
        int number = 0;
        for (var certificate : certificates(pem)) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Certificate[] certificates(String pem) throws GeneralSecurityException {
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(bytes)
                .toArray(new Certificate[0]);
        if (certificates.length == 0) {
            throw new IllegalArgumentException("there is no certificate in the PEM text");
        }
        return certificates;
    }

    private static PrivateKey key(String pem) throws IOException {
        try (var parser = new PEMParser(new StringReader(pem))) {
            var converter = new JcaPEMKeyConverter();
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PEMKeyPair pair) {
                    return converter.getKeyPair(pair).getPrivate();
                }
                if (part instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
            }
        }
        throw new IllegalArgumentException("there is no private key in the PEM text; encrypted ones are not read");
    }
}
