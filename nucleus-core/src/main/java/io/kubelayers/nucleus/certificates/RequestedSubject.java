package io.kubelayers.nucleus.certificates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The organizations that a certificate request (PKCS #10, RFC 2986) names in its subject: the groups of the user to be.
 *
 * <p>Reads just as much DER as is before them:
 * {@code SEQUENCE { SEQUENCE { INTEGER version, Name subject, … } … }}, where a Name is a sequence of sets of sequences of
 * an identifier and a text.
 */
final class RequestedSubject {
    private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";
    private static final String END = "-----END CERTIFICATE REQUEST-----";

    /** Identifier of {@code O}, 2.5.4.10. */
    private static final byte[] ORGANIZATION = {0x55, 0x04, 0x0a};

    private final byte[] der;

    private RequestedSubject(byte[] der) {
        this.der = der;
    }

    /**
     * The organizations in the order in which they are named.
     *
     * @throws IllegalArgumentException if this is no certificate request
     */
    static List<String> organizations(byte[] pem) {
        var text = new String(pem, StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
        }
        var subject = new RequestedSubject(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
        try {
            return subject.organizations();
        } catch (IndexOutOfBoundsException cutShort) {
            throw new IllegalArgumentException("asn1: syntax error: data truncated", cutShort);
        }
    }

    private List<String> organizations() {
        var organizations = new ArrayList<String>();
        var request = whole();
        var information = children(request).get(0);
        for (var set : children(children(information).get(1))) {
            for (var pair : children(set)) {
                var parts = children(pair);
                if (Arrays.equals(content(parts.get(0)), ORGANIZATION)) {
                    organizations.add(new String(content(parts.get(1)), StandardCharsets.UTF_8));
                }
            }
        }
        return organizations;
    }

    /** A tagged value: where its content is. */
    private record Value(int from, int to) {}

    private Value whole() {
        return valueAt(0);
    }

    private byte[] content(Value value) {
        return Arrays.copyOfRange(der, value.from(), value.to());
    }

    private List<Value> children(Value parent) {
        var children = new ArrayList<Value>();
        for (int at = parent.from(); at < parent.to(); ) {
            var child = valueAt(at);
            children.add(child);
            at = child.to();
        }
        return children;
    }

    private Value valueAt(int at) {
        int length = der[at + 1] & 0xff;
        int from = at + 2;
        if (length > 0x80) {
            int digits = length & 0x7f;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | der[from++] & 0xff;
            }
        }
        if (length < 0 || from + length > der.length || from + length < from) {
            throw new IndexOutOfBoundsException("a value of " + length + " bytes at " + from);
        }
        return new Value(from, from + length);
    }
}
