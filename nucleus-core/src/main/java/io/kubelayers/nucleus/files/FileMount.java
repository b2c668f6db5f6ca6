package io.kubelayers.nucleus.files;

/**
 * Files at a place in a container.
 *
 * @param path where they are seen
 * @param source which part of the store is seen there, a directory or a single file
 * @param store where they are kept
 * @param readOnly whether the container may only read them
 */
public record FileMount(String path, String source, FileStore store, boolean readOnly) {
    /** The path in the store of something that the container sees. */
    String within(String seen) {
        var rest = path.equals(FilePath.ROOT) ? seen : seen.substring(path.length());
        return FilePath.resolve(source, "./" + rest);
    }
}
