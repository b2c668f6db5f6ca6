package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.value.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Certificates as text: blocks of base 64 between lines that say what they are. */
public final class PemCertificates {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([^\\n]*?)-----\\s*\\n(.*?)-----END \\1-----", Pattern.DOTALL);

    private PemCertificates() {}

    /** Why there is no certificate to trust among what may be anything; null if there is one ({@code TLSConfigFor}). */
    public static @Nullable String untrusted(Bytes pem) {
        var blocks = BLOCK.matcher(new String(pem.toArray(), StandardCharsets.UTF_8));
        var why = "unable to parse bytes as PEM block";
        while (blocks.find()) {
            var problem = "no valid certificate authority data seen";
            if (blocks.group(1).equals("CERTIFICATE") && blocks.group(2).indexOf(':') < 0) {
                var malformed = parse(blocks.group(2));
                if (malformed == null) {
                    return null;
                }
                problem = "failed to parse certificate: " + malformed;
            }
            why = problem;
        }
        return "unable to load root certificates: " + why;
    }

    /** What is wrong with them; null if nothing is, or there is nothing. */
    static @Nullable String problem(Bytes pem) {
        if (pem.size() == 0) {
            return null;
        }
        var blocks = BLOCK.matcher(new String(pem.toArray(), StandardCharsets.UTF_8));
        int found = 0;
        while (blocks.find()) {
            if (!blocks.group(1).equals("CERTIFICATE")) {
                return "only CERTIFICATE PEM blocks are allowed, found \"" + blocks.group(1) + "\"";
            }
            if (blocks.group(2).indexOf(':') >= 0) {
                return "no PEM block headers are permitted";
            }
            var problem = parse(blocks.group(2));
            if (problem != null) {
                return problem;
            }
            found++;
        }
        return found == 0 ? "must contain at least one CERTIFICATE PEM block" : null;
    }

    private static @Nullable String parse(String base64) {
        try {
            var bytes = Base64.getMimeDecoder().decode(base64);
            if (bytes.length == 0) {
                return "found CERTIFICATE PEM block containing 0 certificates";
            }
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return null;
        } catch (CertificateException | IllegalArgumentException malformed) {
            return "x509: malformed certificate";
        }
    }
}
