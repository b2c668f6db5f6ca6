package io.kubelayers.nucleus.toolbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where an archive that is still coming in ends: at two blocks of zeros. Senders that can't close the input rely on it, as
 * GNU's {@code tar} does.
 */
final class TarEnd {
    private static final int SIZE = 124;

    private static final int SIZE_LENGTH = 12;

    private long header;
    private boolean unknown;

    /**
     * Whether the end is among what has come.
     *
     * @param bytes what has come, and maybe room behind it
     * @param length how much has come
     */
    boolean isIn(byte[] bytes, int length) {
        while (!unknown && header + 2 * TarReader.BLOCK <= length) {
            int at = (int) header;
            if (Arrays.mismatch(
                            bytes, at, at + 2 * TarReader.BLOCK, new byte[2 * TarReader.BLOCK], 0, 2 * TarReader.BLOCK)
                    < 0) {
                return true;
            }
            skip(bytes, at);
        }
        return false;
    }

    private void skip(byte[] bytes, int at) {
        var digits = new String(bytes, at + SIZE, SIZE_LENGTH, StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip();
        if (!digits.matches("[0-7]{0,11}")) {
            unknown = true; // packed, or no archive: it ends with the input
            return;
        }
        long size = digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        header += TarReader.BLOCK + (size + TarReader.BLOCK - 1) / TarReader.BLOCK * TarReader.BLOCK;
    }
}
