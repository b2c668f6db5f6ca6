package io.kubelayers.nucleus.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A file or a directory. */
public sealed interface FileNode {
    /** Permission bits, such as 0644. */
    int mode();

    /** When it was last changed. */
    Instant changed();

    /** How many bytes it holds. */
    long size();

    default boolean isDirectory() {
        return this instanceof Directory;
    }

    static FileNode directory(Instant changed) {
        return new Directory(0755, changed);
    }

    static FileNode file(String text, Instant changed) {
        return file(text.getBytes(StandardCharsets.UTF_8), 0644, changed);
    }

    static FileNode file(byte[] content, int mode, Instant changed) {
        return new Plain(content.clone(), mode, changed);
    }

    /**
     * A directory.
     *
     * @param mode permission bits
     * @param changed when it was last changed
     */
    record Directory(int mode, Instant changed) implements FileNode {
        @Override
        public long size() {
            return 0;
        }
    }

    /** A plain file. */
    final class Plain implements FileNode {
        private final byte[] content;
        private final int mode;
        private final Instant changed;

        private Plain(byte[] content, int mode, Instant changed) {
            this.content = content;
            this.mode = mode;
            this.changed = changed;
        }

        /** A copy of what is in it. */
        public byte[] content() {
            return content.clone();
        }

        @Override
        public int mode() {
            return mode;
        }

        @Override
        public Instant changed() {
            return changed;
        }

        @Override
        public long size() {
            return content.length;
        }
    }
}
