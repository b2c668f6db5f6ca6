package io.kubelayers.nucleus.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.value.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Go's TLS would say of a certificate and a key. */
class KeyPairWarningsTest {
    @ParameterizedTest(name = "certificate: {0}, key: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | PRIVATE KEY | tls: failed to find any PEM data in certificate input",
                "PRIVATE KEY | CERTIFICATE | tls: failed to find certificate PEM data in certificate input, but did find a"
                        + " private key; PEM inputs may have been switched",
                "PUBLIC KEY | PRIVATE KEY | tls: failed to find \"CERTIFICATE\" PEM block in certificate input after"
                        + " skipping PEM blocks of the following types: [PUBLIC KEY]",
                "CERTIFICATE | nothing | tls: failed to find any PEM data in key input",
                "CERTIFICATE | CERTIFICATE | tls: found a certificate rather than a key in the PEM for the private key",
                "CERTIFICATE | PUBLIC KEY | tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input"
                        + " after skipping PEM blocks of the following types: [PUBLIC KEY]",
            })
    void what_is_not_where_it_belongs_is_told(String certificate, String key, String warning) {
        assertThat(KeyPairWarnings.of(pem(certificate), pem(key))).containsExactly(warning);
    }

    private static Bytes pem(String type) {
        return Bytes.utf8(
                type.equals("nothing")
                        ? "nothing"
                        : "-----BEGIN " + type + "-----\nAAAA\n-----END " + type + "-----\n");
    }
}
