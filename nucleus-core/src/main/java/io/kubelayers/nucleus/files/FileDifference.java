package io.kubelayers.nucleus.files;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one tree has otherwise than another, to do the same to a third.
 *
 * @param written files and directories that are new or other, by path
 * @param removed paths that are gone, each before those below it
 */
public record FileDifference(SortedMap<String, FileNode> written, List<String> removed) {
    public FileDifference {
        written = new TreeMap<>(written);
        removed = List.copyOf(removed);
    }

    /** How much the written files hold, in bytes. */
    public long size() {
        long size = 0;
        for (var node : written.values()) {
            size += node.size();
        }
        return size;
    }

    /** The tree with the same changes, as far as they can be made there. */
    public FileTree on(FileTree tree) {
        var changed = tree;
        for (var path : removed) {
            changed = changed.find(path).isPresent() ? changed.without(path) : changed;
        }
        for (Map.Entry<String, FileNode> entry : written.entrySet()) {
            changed = written(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    private static FileTree written(FileTree tree, String path, FileNode node) {
        try {
            return tree.withAll(path, node);
        } catch (FileException somethingElseIsThere) {
            return tree;
        }
    }
}
