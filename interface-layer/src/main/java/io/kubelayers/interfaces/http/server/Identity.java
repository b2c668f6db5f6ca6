package io.kubelayers.interfaces.http.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;

/**
 * A private key with the certificate of its bearer.
 *
 * @param key the key
 * @param certificate the certificate
 */
public record Identity(PrivateKey key, X509Certificate certificate) {
    /**
     * The key as PEM text: an elliptic curve's in the form of RFC 5915, by whose title fabric8's client tells what it is;
     * others in PKCS #8.
     */
    public String keyPem() {
        if (!key.getAlgorithm().equals("EC")) {
            return pem("PRIVATE KEY", key.getEncoded());
        }
        try {
            return pem("EC PRIVATE KEY", curveKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ECPrivateKey curveKey() throws IOException {
        var info = PrivateKeyInfo.getInstance(key.getEncoded());
        var curve =
                ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
        var open = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        int bits = ECNamedCurveTable.getByOID(curve).getN().bitLength();
        return new ECPrivateKey(
                bits,
                ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                new DERBitString(open.getPublicKeyData().getBytes()),
                curve);
    }

    /** The certificate as PEM text. */
    public String certificatePem() {
        return pem(certificate);
    }

    /** Any certificate as PEM text. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("can't encode " + certificate.getSubjectX500Principal(), e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
