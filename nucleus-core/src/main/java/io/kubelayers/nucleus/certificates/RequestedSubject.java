package io.kubelayers.nucleus.certificates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Whom a certificate request (PKCS #10, RFC 2986) names in its subject: the user to be and the groups.
 *
 * <p>Reads just as much DER as is before the end of the subject:
 * {@code SEQUENCE { SEQUENCE { INTEGER version, Name subject, … } … }}, where a Name is a sequence of sets of sequences of
 * an identifier and a text.
 */
public final class RequestedSubject {
    private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";
    private static final String END = "-----END CERTIFICATE REQUEST-----";

    /** Identifier of {@code O}, 2.5.4.10. */
    private static final byte[] ORGANIZATION = {0x55, 0x04, 0x0a};

    /** Identifier of {@code CN}, 2.5.4.3. */
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

    private final byte[] der;

    private RequestedSubject(byte[] der) {
        this.der = der;
    }

    /**
     * The organizations in the order in which they are named: the groups.
     *
     * @throws IllegalArgumentException if this is no certificate request
     */
    public static List<String> organizations(byte[] pem) {
        return of(pem, ORGANIZATION);
    }

    /**
     * The common name, the last if there are several, "" if there is none: the user.
     *
     * @throws IllegalArgumentException if this is no certificate request
     */
    public static String commonName(byte[] pem) {
        var names = of(pem, COMMON_NAME);
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    private static List<String> of(byte[] pem, byte[] attribute) {
        var text = new String(pem, StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
        }
        var subject = new RequestedSubject(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
        try {
            return subject.values(attribute);
        } catch (IndexOutOfBoundsException cutShort) {
            throw new IllegalArgumentException("asn1: syntax error: data truncated", cutShort);
        }
    }

    private List<String> values(byte[] attribute) {
        var values = new ArrayList<String>();
        var request = whole();
        var information = children(request).get(0);
        for (var set : children(children(information).get(1))) {
            for (var pair : children(set)) {
                var parts = children(pair);
                if (Arrays.equals(content(parts.get(0)), attribute)) {
                    values.add(new String(content(parts.get(1)), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
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
