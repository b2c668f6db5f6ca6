package io.kubelayers.nucleus.rules;

import java.util.Arrays;

/**
 * A value in DER (X.690), read as far as its length; complaints are those of Go's {@code encoding/asn1}.
 *
 * @param all the bytes it is among
 * @param start where it starts
 * @param from where its content starts
 * @param to where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are nobody's else
record Der(byte[] all, int start, int from, int to) {
    static final int SEQUENCE = 0x30;
    static final int BIT_STRING = 0x03;

    /** The bytes are no such value; the message says why. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String why) {
            super("asn1: " + why, null, false, false);
        }
    }

    /** The bytes as one value with a tag, and nothing behind it. */
    static Der whole(byte[] bytes, int tag, String type) throws MalformedException {
        var value = at(bytes, 0, bytes.length, tag, type);
        if (value.to < bytes.length) {
            throw new MalformedException("syntax error: trailing data");
        }
        return value;
    }

    /** The first value inside. */
    Der first(int tag, String type) throws MalformedException {
        return at(all, from, to, tag, type);
    }

    /** The value behind this one, in another. */
    Der next(Der parent, int tag, String type) throws MalformedException {
        return at(all, to, parent.to, tag, type);
    }

    /** The value behind this one, of whatever kind. */
    Der next(Der parent) throws MalformedException {
        return at(all, to, parent.to, -1, "");
    }

    byte[] content() {
        return Arrays.copyOfRange(all, from, to);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(all, start, to);
    }

    private static Der at(byte[] all, int start, int end, int tag, String type) throws MalformedException {
        if (start >= end) {
            throw new MalformedException("syntax error: sequence truncated");
        }
        int at = start + 1;
        long length = octet(all, at++, end);
        if (length == 0x80) {
            throw new MalformedException("syntax error: indefinite length found (not DER)");
        }
        if (length > 0x80) {
            int octets = (int) length & 0x7f;
            length = 0;
            for (int i = 0; i < octets; i++) {
                int next = octet(all, at++, end);
                if (length >= 1 << 23) {
                    throw new MalformedException("structure error: length too large");
                }
                length = length << 8 | next;
                if (length == 0) {
                    throw new MalformedException("structure error: superfluous leading zeros in length");
                }
            }
            if (length < 0x80) {
                throw new MalformedException("structure error: non-minimal length");
            }
        }
        int found = all[start] & 0xff;
        if (tag >= 0 && found != tag) {
            throw new MalformedException(mismatch(tag, found, length, type, at - start));
        }
        if (length > end - at) {
            throw new MalformedException("syntax error: data truncated");
        }
        return new Der(all, start, at, at + (int) length);
    }

    private static int octet(byte[] all, int at, int end) throws MalformedException {
        if (at >= end) {
            throw new MalformedException("syntax error: truncated tag or length");
        }
        return all[at] & 0xff;
    }

    private static String mismatch(int tag, int found, long length, String type, int offset) {
        return ("structure error: tags don't match (%d vs {class:%d tag:%d length:%d isCompound:%b}) {optional:false"
                        + " explicit:false application:false private:false defaultValue:<nil> tag:<nil> stringType:0"
                        + " timeType:0 set:false omitEmpty:false} %s @%d")
                .formatted(tag & 0x1f, found >> 6, found & 0x1f, length, (found & 0x20) != 0, type, offset);
    }
}
