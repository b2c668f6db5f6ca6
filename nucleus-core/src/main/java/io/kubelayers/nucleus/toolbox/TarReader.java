package io.kubelayers.nucleus.toolbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads archives: ustar, with long names of pax and of GNU. */
final class TarReader {
    static final int BLOCK = 512;

    private final byte[] archive;
    private int at;
    private String longName = "";

    private TarReader(byte[] archive) {
        this.archive = archive;
    }

    /**
     * All members, in their order.
     *
     * @throws IllegalArgumentException if it is no archive, or not a whole one
     */
    static List<TarEntry> read(byte[] archive) {
        var reader = new TarReader(archive);
        var entries = new ArrayList<TarEntry>();
        while (reader.hasNext()) {
            reader.next(entries);
        }
        return entries;
    }

    /** An archive ends with blocks of zeros, or just ends. */
    private boolean hasNext() {
        if (at == archive.length) {
            return false;
        }
        require(BLOCK);
        for (int i = at; i < at + BLOCK; i++) {
            if (archive[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private void next(List<TarEntry> entries) {
        var name = text(0, 100);
        var prefix = text(345, 155);
        char type = (char) archive[at + 156];
        int mode = (int) octal(100, 8) & 0777;
        var changed = Instant.ofEpochSecond(octal(136, 12));
        long size = octal(124, 12);
        boolean posix = text(257, 5).equals("ustar");
        at += BLOCK;
        var content = content(size);
        switch (type) {
            case 'L' -> longName = ended(content);
            case 'x' -> longName = pax(content).getOrDefault("path", longName);
            case 'g' -> {
                // of the whole archive: nothing that matters here
            }
            default -> {
                var path = posix && !prefix.isEmpty() ? prefix + "/" + name : name;
                entries.add(new TarEntry(longName.isEmpty() ? path : longName, type, mode, changed, content));
                longName = "";
            }
        }
    }

    private byte[] content(long size) {
        require(size);
        var content = Arrays.copyOfRange(archive, at, at + (int) size);
        at = (int) Math.min(archive.length, at + (size + BLOCK - 1) / BLOCK * BLOCK);
        return content;
    }

    private void require(long bytes) {
        if (bytes < 0 || at + bytes > archive.length) {
            throw new IllegalArgumentException("short read");
        }
    }

    private String text(int from, int length) {
        return ended(Arrays.copyOfRange(archive, at + from, at + from + length));
    }

    private static String ended(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private long octal(int from, int length) {
        var digits = text(from, length).trim();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("invalid tar header checksum", e);
        }
    }

    /** Records such as {@code 18 path=some/name\n}, the number being the length of the record. */
    private static Map<String, String> pax(byte[] content) {
        var values = new TreeMap<String, String>();
        int at = 0;
        while (at < content.length) {
            int blank = at;
            while (blank < content.length && content[blank] != ' ') {
                blank++;
            }
            int length = number(content, at, blank);
            var record = new String(content, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                values.put(record.substring(0, equals), record.substring(equals + 1));
            }
            at += length;
        }
        return values;
    }

    private static int number(byte[] content, int from, int to) {
        int length = Integer.parseInt(new String(content, from, to - from, StandardCharsets.US_ASCII));
        if (length < to - from + 3 || from + length > content.length) {
            throw new IllegalArgumentException("corrupted pax header");
        }
        return length;
    }
}
