package io.kubelayers.nucleus.toolbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes archives as ustar, with pax records for names that don't fit. */
final class TarWriter {
    private static final int NAME = 100;
    private static final int RECORD = 20 * TarReader.BLOCK;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void add(TarEntry entry) {
        var name = entry.name().getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME) {
            var record = record("path", entry.name());
            header("PaxHeaders/long".getBytes(StandardCharsets.US_ASCII), 'x', 0644, 0, record.length);
            content(record);
        }
        header(name, entry.type(), entry.mode(), entry.changed().getEpochSecond(), entry.content().length);
        content(entry.content());
    }

    /** The whole archive, filled up to a record of twenty blocks. */
    byte[] finish() {
        out.writeBytes(new byte[2 * TarReader.BLOCK]);
        out.writeBytes(new byte[(RECORD - out.size() % RECORD) % RECORD]);
        return out.toByteArray();
    }

    private void content(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[(TarReader.BLOCK - content.length % TarReader.BLOCK) % TarReader.BLOCK]);
    }

    private void header(byte[] name, char type, int mode, long changed, long size) {
        var header = new byte[TarReader.BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(NAME, name.length));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, Math.max(0, changed));
        header[156] = (byte) type;
        text(header, 257, "ustar");
        text(header, 263, "00");
        text(header, 265, "root");
        text(header, 297, "root");
        text(header, 148, "        ");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        text(header, 148, String.format("%06o", sum));
        header[154] = 0;
        out.writeBytes(header);
    }

    private static void octal(byte[] header, int at, int length, long number) {
        text(header, at, String.format("%0" + (length - 1) + "o", number));
    }

    private static void text(byte[] header, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, text.length());
    }

    /** The length of a record counts its own digits. */
    private static byte[] record(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = Integer.toString(length).length();
        while (Integer.toString(length + digits).length() > digits) {
            digits++;
        }
        return (length + digits + rest).getBytes(StandardCharsets.UTF_8);
    }
}
