package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the armour of PEM (RFC 7468). */
final class PemBlock {
    private PemBlock() {}

    /** The content of the block with which the text begins, if it is of this type; null if there is none. */
    static byte @Nullable [] first(String type, Bytes text) {
        var pem = new String(text.toArray(), StandardCharsets.UTF_8);
        var begin = "-----BEGIN " + type + "-----";
        int start = pem.indexOf("-----BEGIN ");
        if (start < 0 || !pem.startsWith(begin, start)) {
            return null;
        }
        int end = pem.indexOf("-----END " + type + "-----", start);
        if (end < 0) {
            return null;
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }
}
