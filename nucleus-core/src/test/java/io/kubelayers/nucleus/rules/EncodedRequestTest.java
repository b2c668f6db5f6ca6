package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for certificates as {@code openssl req -new -subj /CN=jane} makes them, and what is wrong with others. */
class EncodedRequestTest {
    private static final String RSA =
            "MIIBTjCBuAIBADAPMQ0wCwYDVQQDDARqYW5lMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCtObtxzWdEyvl18sVMDa7/"
                    + "uIXWFn5AJ07JBqw8MhoV+1MuE6QN8wrSbSWhh8q1eDJawfqMHKJ6eaq5w43EnFJIEcLHLA75djEqrIKXpn2PDf/xudjtloeY"
                    + "JvxsaSJtjTEdq+uXowJyJ/h47HEpfkBW4mPBwkfNhyiTRRHjJl/GwwIDAQABoAAwDQYJKoZIhvcNAQELBQADgYEAH8rcBtwD"
                    + "hEQ5QBSGjgCee0RRyvwH6hZnhTCxmvSmPVEqRC6zpD17sulIeR5xt8z0rwmwMdHTsH4rLcsN6UQPhILadKUsPHgwjTKEmudx"
                    + "hleOJbhjfkqaFKUATe1u2TuZo9MzZQ6+EH+4IiuL6mBQJsy8Vm9JC2Elyxa9tIfXOl4=";
    private static final String ED25519 =
            "MIGOMEICAQAwDzENMAsGA1UEAwwEamFuZTAqMAUGAytlcAMhAGLpLuxEzP6YZlg9IaH8Vq8/gTlgrP66Cn1RsNYZx2oGoAAw"
                    + "BQYDK2VwA0EA03VCpy7/9BmSwvwSqOmwmwLBDXQsatIBMruw4L2ldX2K8n03PFlWTJH4t+I9v7Ut4MORyfuvIEwXsWS6M8IH"
                    + "Bw==";
    private static final String ECDSA =
            "MIHIMHECAQAwDzENMAsGA1UEAwwEamFuZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPnHdilMXUaEAM1bJ0g3ynWz4IsM"
                    + "Ud2b1a64z2mUPcWB4Ns1E+mXYl84NqW9qxGx02gDTSgUex9mou/ub+nW21igADAKBggqhkjOPQQDAgNHADBEAiBCEt07azcw"
                    + "gduO6FD8ZkwKXcOslDth130nRmQDaklVagIgK2zEIrGSxKXQUYhAkgAIHkGS7Dr6skAf364F0aSUuf8=";

    private static final String RSA_PSS =
            "MIIBgjCBuAIBADAPMQ0wCwYDVQQDDARqYW5lMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC98nZUD4wFSfe5S9lbuDXk"
                    + "x+weRK6GpSJqaKoTLBO1JwljgX5Am3EoFBDpmQ8dMjpMi8vuXArcE40QkxkoeYXJtsjqprbsu8Z5T5MjJb+S5ARhMJClw/hx"
                    + "6Hv1srwve7FrsrWt4o1JqfgEziLHeRP78hvLKcIqQGSRdJYPiL4SdQIDAQABoAAwQQYJKoZIhvcNAQEKMDSgDzANBglghkgB"
                    + "ZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEFAKIDAgFeA4GBAAFeOnbYDP9JajL1JzGKKGQCL3qFhm6sUwm3"
                    + "jjqilSMV/GHR981EJ8oEYxG4Jz4B4uQyCnTEmDrISyjlAtQlwW3WgBTtT0iRfa2f5+vSlWbC1ovIsczIOnLuqSrYI0lHZB/X"
                    + "jy2w2wYPAhm1CBDdmFgomxIlZkiBxeBx3ZHU2a0T";

    private static String problem(byte[] der) {
        return EncodedRequest.problem(Bytes.utf8("-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n"));
    }

    private static byte[] der(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void requestsSignedByTheirKeysAreFine() {
        assertThat(problem(der(RSA))).isNull();
        assertThat(problem(der(ED25519))).isNull();
        assertThat(problem(der(ECDSA))).isNull();
    }

    private static byte[] changed(String base64, int at) {
        var der = der(base64);
        der[at < 0 ? der.length + at : at] ^= 1;
        return der;
    }

    @Test
    void othersAreNot() {
        assertThat(problem(changed(RSA, -1))).isEqualTo("crypto/rsa: verification error");
        assertThat(problem(changed(ED25519, -1))).isEqualTo("x509: Ed25519 verification failure");
        assertThat(problem(changed(ECDSA, -1))).isEqualTo("x509: ECDSA verification failure");
    }

    @Test
    void whatIsSignedCanNotBeChanged() {
        int jane = new String(der(ECDSA), StandardCharsets.ISO_8859_1).indexOf("jane");
        assertThat(problem(changed(ECDSA, jane))).isEqualTo("x509: ECDSA verification failure");
    }

    @Test
    void whatCanNotBeVerifiedIsTakenToBeRight() {
        assertThat(problem(der(RSA_PSS))).isNull();
        assertThat(problem(changed(RSA_PSS, -1))).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MA==         | asn1: syntax error: truncated tag or length
            MAU=         | asn1: syntax error: data truncated
            MAA=         | asn1: syntax error: sequence truncated
            MAAx         | asn1: syntax error: trailing data
            MIA=         | asn1: syntax error: indefinite length found (not DER)
            MIEB         | asn1: structure error: non-minimal length
            eHg=         | asn1: structure error: tags don't match (16 vs {class:1 tag:24 length:120 isCompound:true}) {optional:false explicit:false application:false private:false defaultValue:<nil> tag:<nil> stringType:0 timeType:0 set:false omitEmpty:false} certificateRequest @2
            """)
    void whatIsNoRequestIsTold(String base64, String why) {
        assertThat(problem(der(base64))).isEqualTo(why);
    }

    @Test
    void theBlockIsOfItsType() {
        assertThat(EncodedRequest.problem(Bytes.utf8("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")))
                .isEqualTo("PEM block type must be CERTIFICATE REQUEST");
    }
}
