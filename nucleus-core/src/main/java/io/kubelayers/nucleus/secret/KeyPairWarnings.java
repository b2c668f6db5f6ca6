package io.kubelayers.nucleus.secret;

import io.kubelayers.nucleus.value.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a certificate and a key can't serve TLS, in the words of Go's {@code crypto/tls}, as secrets of type {@code
 * kubernetes.io/tls} are warned about. Whether they belong together is found of RSA keys in PKCS #8 alone.
 */
final class KeyPairWarnings {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([^-\\n]+)-----\\s*([A-Za-z0-9+/=\\s]*?)-----END \\1-----");
    private static final String KEY = "PRIVATE KEY";

    /** A block of PEM. */
    private record Pem(String type, byte[] content) {
        boolean isKey() {
            return type.equals(KEY) || type.endsWith(" " + KEY);
        }
    }

    private KeyPairWarnings() {}

    static List<String> of(@Nullable Bytes certificate, @Nullable Bytes key) {
        var problem = problem(blocks(certificate), blocks(key));
        return problem.isEmpty() ? List.of() : List.of(problem);
    }

    private static String problem(List<Pem> certificates, List<Pem> keys) {
        var skipped = new ArrayList<String>();
        Pem certificate = null;
        for (var block : certificates) {
            if (block.type().equals("CERTIFICATE")) {
                certificate = certificate == null ? block : certificate;
            } else {
                skipped.add(block.type());
            }
        }
        if (certificate == null) {
            return noCertificate(skipped);
        }
        var others = new ArrayList<String>();
        for (var block : keys) {
            if (block.isKey()) {
                return mismatch(certificate, block);
            }
            others.add(block.type());
        }
        return noKey(others);
    }

    private static String noCertificate(List<String> skipped) {
        if (skipped.isEmpty()) {
            return "tls: failed to find any PEM data in certificate input";
        }
        return skipped.size() == 1 && skipped.get(0).endsWith(KEY)
                ? "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs"
                        + " may have been switched"
                : "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the"
                        + " following types: [" + String.join(" ", skipped) + "]";
    }

    private static String noKey(List<String> skipped) {
        if (skipped.isEmpty()) {
            return "tls: failed to find any PEM data in key input";
        }
        return skipped.size() == 1 && skipped.get(0).equals("CERTIFICATE")
                ? "tls: found a certificate rather than a key in the PEM for the private key"
                : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM"
                        + " blocks of the following types: [" + String.join(" ", skipped) + "]";
    }

    private static String mismatch(Pem certificate, Pem key) {
        PublicKey shown;
        try {
            shown = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate.content()))
                    .getPublicKey();
        } catch (CertificateException malformed) {
            return "x509: malformed certificate";
        }
        if (!(shown instanceof RSAPublicKey wanted) || !key.type().equals(KEY)) {
            return "";
        }
        try {
            var secret = (RSAPrivateKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.content()));
            return secret.getModulus().equals(wanted.getModulus()) ? "" : "tls: private key does not match public key";
        } catch (GeneralSecurityException unreadable) {
            return "tls: failed to parse private key";
        }
    }

    private static List<Pem> blocks(@Nullable Bytes text) {
        var blocks = new ArrayList<Pem>();
        if (text != null) {
            var matcher = BLOCK.matcher(new String(text.toArray(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                try {
                    blocks.add(new Pem(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
                } catch (IllegalArgumentException garbled) {
                    // no block of PEM, so it is passed over
                }
            }
        }
        return blocks;
    }
}
