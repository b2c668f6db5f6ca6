package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the armour of PEM (RFC 7468). */
final class PemBlock {
    private PemBlock() {}

    /** Whether the text begins with a block of this type whose content is base 64. */
    static boolean isFirst(String type, Bytes text) {
        var pem = new String(text.toArray(), StandardCharsets.UTF_8);
        var begin = "-----BEGIN " + type + "-----";
        int start = pem.indexOf("-----BEGIN ");
        if (start < 0 || !pem.startsWith(begin, start)) {
            return false;
        }
        int end = pem.indexOf("-----END " + type + "-----", start);
        if (end < 0) {
            return false;
        }
        try {
            Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
            return true;
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }
}
