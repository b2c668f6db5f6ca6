package io.kubelayers.nucleus.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/**
 * A tree of files that never changes: each change makes another one that shares what is the same, so that a fork of a
 * cluster gets it for nothing. Kept as one sorted map by path; a directory is listed in the time that all below it take.
 */
public final class FileTree {
    /** How much the files of a tree may hold, in bytes: they are all on the heap. */
    public static final long ROOM = 64L << 20;

    /** A root directory with nothing in it. */
    public static final FileTree EMPTY = new FileTree(TreePMap.empty(), 0);

    private static final FileNode ROOT = FileNode.directory(Instant.EPOCH);

    private final TreePMap<String, FileNode> nodes;
    private final long size;

    private FileTree(TreePMap<String, FileNode> nodes, long size) {
        this.nodes = nodes;
        this.size = size;
    }

    /** What is at an absolute path. */
    public Optional<FileNode> find(String path) {
        return Optional.ofNullable(path.equals(FilePath.ROOT) ? ROOT : nodes.get(path));
    }

    /**
     * What a directory holds, by name.
     *
     * @throws FileException if there is no such directory
     */
    public SortedMap<String, FileNode> list(String path) {
        var node = find(path).orElseThrow(FileException::missing);
        if (!node.isDirectory()) {
            throw FileException.notDirectory();
        }
        var prefix = path.equals(FilePath.ROOT) ? path : path + "/";
        var found = new TreeMap<String, FileNode>();
        below(prefix).forEach((place, child) -> {
            if (place.indexOf('/', prefix.length()) < 0) {
                found.put(place.substring(prefix.length()), child);
            }
        });
        return Collections.unmodifiableSortedMap(found);
    }

    /** All whose path starts so; '0' follows '/' in the order of characters. */
    private SortedMap<String, FileNode> below(String prefix) {
        return nodes.subMap(prefix, prefix.substring(0, prefix.length() - 1) + '0');
    }

    /**
     * With a file or directory in a directory that is there; it takes the place of a file.
     *
     * @throws FileException if it can't be there
     */
    public FileTree with(String path, FileNode node) {
        var parent = find(FilePath.parent(path)).orElseThrow(FileException::missing);
        if (!parent.isDirectory()) {
            throw FileException.notDirectory();
        }
        var before = find(path).orElse(null);
        if (before != null && before.isDirectory() != node.isDirectory()) {
            throw node.isDirectory() ? FileException.exists() : FileException.isDirectory();
        }
        if (path.equals(FilePath.ROOT)) {
            return this;
        }
        long room = size - (before == null ? 0 : before.size()) + node.size();
        if (room > ROOM) {
            throw FileException.full();
        }
        return new FileTree(nodes.plus(path, node), room);
    }

    /**
     * With a file or directory, and with the directories on the way to it.
     *
     * @throws FileException if it can't be there
     */
    public FileTree withAll(String path, FileNode node) {
        if (path.equals(FilePath.ROOT)) {
            return this;
        }
        var parent = FilePath.parent(path);
        var tree = find(parent).isPresent() ? this : withAll(parent, FileNode.directory(node.changed()));
        return tree.with(path, node);
    }

    /** What this tree has otherwise than one before it. */
    public FileDifference since(FileTree before) {
        var written = new TreeMap<String, FileNode>();
        var removed = new ArrayList<String>();
        nodes.forEach((path, node) -> {
            if (before.nodes.get(path) != node) {
                written.put(path, node);
            }
        });
        before.nodes.forEach((path, node) -> {
            if (!nodes.containsKey(path)) {
                removed.add(path);
            }
        });
        return new FileDifference(written, removed);
    }

    /**
     * Without a file, or a directory and all that is in it.
     *
     * @throws FileException if there is none
     */
    public FileTree without(String path) {
        var node = find(path).orElseThrow(FileException::missing);
        if (path.equals(FilePath.ROOT)) {
            throw FileException.busy();
        }
        long freed = node.size();
        var left = nodes.minus(path);
        if (node.isDirectory()) {
            for (var entry : below(path + "/").entrySet()) {
                left = left.minus(entry.getKey());
                freed += entry.getValue().size();
            }
        }
        return new FileTree(left, size - freed);
    }
}
