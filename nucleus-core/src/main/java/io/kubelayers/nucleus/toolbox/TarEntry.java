package io.kubelayers.nucleus.toolbox;

import java.time.Instant;

/**
 * A member of an archive.
 *
 * @param name its path in the archive; that of a directory ends with a slash
 * @param type type flag of POSIX: '0' a file, '5' a directory, others links and devices
 * @param mode permission bits
 * @param changed when it was last changed
 * @param content what is in it; empty but for files
 */
record TarEntry(String name, char type, int mode, Instant changed, byte[] content) {
    static final char FILE = '0';
    static final char DIRECTORY = '5';

    boolean isFile() {
        return type == FILE || type == 0;
    }

    boolean isDirectory() {
        return type == DIRECTORY;
    }
}
