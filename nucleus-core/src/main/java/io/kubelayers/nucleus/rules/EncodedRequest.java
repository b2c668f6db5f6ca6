package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whether what somebody sends as a request for a certificate is one (PKCS #10, RFC 2986), signed by the key that it names
 * ({@code ParseCSR} and {@code CheckSignature}).
 *
 * <p>Only the outline is read: {@code SEQUENCE { SEQUENCE { version, subject, key, … }, algorithm, signature }}. What the Java
 * runtime has no means to verify, such as RSA-PSS or a curve it does not know, is taken to be right.
 */
final class EncodedRequest {
    private static final String UNKNOWN = "x509: cannot verify signature: algorithm unimplemented";

    private EncodedRequest() {}

    /** The kinds of keys, by their object identifiers in DER. */
    private enum Kind {
        RSA("2a864886f70d010101", "RSA", "*rsa.PublicKey", "crypto/rsa: verification error"),
        ECDSA("2a8648ce3d0201", "EC", "*ecdsa.PublicKey", "x509: ECDSA verification failure"),
        Ed25519("2b6570", "Ed25519", "ed25519.PublicKey", "x509: Ed25519 verification failure");

        private final byte[] identifier;
        private final String javaName;
        private final String goType;
        private final String failure;

        Kind(String identifier, String javaName, String goType, String failure) {
            this.identifier = HexFormat.of().parseHex(identifier);
            this.javaName = javaName;
            this.goType = goType;
            this.failure = failure;
        }

        static @Nullable Kind of(byte[] identifier) {
            for (var kind : values()) {
                if (Arrays.equals(kind.identifier, identifier)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** What is wrong with a request; null if nothing is. */
    static @Nullable String problem(Bytes request) {
        var der = PemBlock.first("CERTIFICATE REQUEST", request);
        if (der == null) {
            return "PEM block type must be CERTIFICATE REQUEST";
        }
        try {
            var whole = Der.whole(der, Der.SEQUENCE, "certificateRequest");
            var signed = whole.first(Der.SEQUENCE, "tbsCertificateRequest");
            var algorithm = signed.next(whole, Der.SEQUENCE, "AlgorithmIdentifier");
            var signature = algorithm.next(whole, Der.BIT_STRING, "BitString").content();
            var key = signed.first(0x02, "int").next(signed).next(signed, Der.SEQUENCE, "publicKeyInfo");
            var kind = Kind.of(key.first(Der.SEQUENCE, "AlgorithmIdentifier")
                    .first(0x06, "ObjectIdentifier")
                    .content());
            var name = HexFormat.of()
                    .formatHex(algorithm.first(0x06, "ObjectIdentifier").content());
            return unsigned(signed.bytes(), signature, kind, key.bytes(), name);
        } catch (Der.MalformedException malformed) {
            return malformed.getMessage();
        }
    }

    private static @Nullable String unsigned(
            byte[] signed, byte[] bits, @Nullable Kind kind, byte[] key, String algorithm) {
        var method = method(algorithm);
        if (kind == null || method.isEmpty()) {
            return UNKNOWN;
        }
        if (method.startsWith("MD5")) {
            return "x509: cannot verify signature: insecure algorithm MD5-RSA";
        }
        var wanted = method.endsWith("ECDSA") ? Kind.ECDSA : method.equals("Ed25519") ? Kind.Ed25519 : Kind.RSA;
        if (kind != wanted) {
            return "x509: signature algorithm specifies an " + wanted + " public key, but have public key of type "
                    + kind.goType;
        }
        if (method.equals("RSASSA-PSS")) {
            return null; // its parameters are not read
        }
        try {
            var verifier = Signature.getInstance(method);
            verifier.initVerify(key(kind, key));
            verifier.update(signed);
            return bits.length > 0 && verifier.verify(bits, 1, bits.length - 1) ? null : kind.failure;
        } catch (SignatureException malformed) {
            return kind.failure;
        } catch (GeneralSecurityException unable) {
            return null; // what can't be verified here is taken to be right
        }
    }

    private static PublicKey key(Kind kind, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(kind.javaName).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The name that Java has for an algorithm; "" if Go does not know it either. */
    private static String method(String identifier) {
        return switch (identifier) {
            case "2a864886f70d010104" -> "MD5withRSA";
            case "2a864886f70d010105" -> "SHA1withRSA";
            case "2a864886f70d01010a" -> "RSASSA-PSS";
            case "2a864886f70d01010b" -> "SHA256withRSA";
            case "2a864886f70d01010c" -> "SHA384withRSA";
            case "2a864886f70d01010d" -> "SHA512withRSA";
            case "2a8648ce3d0401" -> "SHA1withECDSA";
            case "2a8648ce3d040302" -> "SHA256withECDSA";
            case "2a8648ce3d040303" -> "SHA384withECDSA";
            case "2a8648ce3d040304" -> "SHA512withECDSA";
            case "2b6570" -> "Ed25519";
            default -> "";
        };
    }
}
