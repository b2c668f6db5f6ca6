package io.kubelayers.nucleus.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All files that a container sees: its root, and the volumes mounted into it. Paths are absolute. */
public final class ContainerFiles {
    /** Of a container that has none. */
    public static final ContainerFiles NONE =
            new ContainerFiles(List.of(new FileMount("/", "/", FileStore.readOnly(() -> FileTree.EMPTY), true)));

    private final List<FileMount> mounts;

    private ContainerFiles(List<FileMount> mounts) {
        this.mounts = mounts;
    }

    /**
     * The files under some mounts, one of which is at the root. Of several mounts that hold a path the deepest is seen.
     *
     * @throws IllegalArgumentException if there is none at the root
     */
    public static ContainerFiles of(List<FileMount> mounts) {
        if (mounts.stream().noneMatch(mount -> mount.path().equals(FilePath.ROOT))) {
            throw new IllegalArgumentException("nothing is mounted at the root");
        }
        var deepestFirst = new ArrayList<>(mounts);
        deepestFirst.sort(
                Comparator.comparingInt((FileMount mount) -> mount.path().length())
                        .reversed());
        return new ContainerFiles(List.copyOf(deepestFirst));
    }

    /** The same files, whose changes nobody else ever sees. */
    public ContainerFiles scratch() {
        var copies = new IdentityHashMap<FileStore, FileStore>();
        return new ContainerFiles(mounts.stream()
                .map(mount -> new FileMount(
                        mount.path(),
                        mount.source(),
                        copies.computeIfAbsent(mount.store(), ScratchStore::over),
                        mount.readOnly() || mount.store().isReadOnly()))
                .toList());
    }

    private FileMount holding(String path) {
        for (var mount : mounts) {
            if (FilePath.isWithin(path, mount.path())) {
                return mount;
            }
        }
        throw new IllegalStateException("nothing is mounted at the root");
    }

    /** What is at a path. */
    public Optional<FileNode> find(String path) {
        var mount = holding(path);
        return mount.store().tree().find(mount.within(path));
    }

    /**
     * What a directory holds, by name.
     *
     * @throws FileException if there is no such directory
     */
    public SortedMap<String, FileNode> list(String path) {
        var mount = holding(path);
        var found = new TreeMap<>(mount.store().tree().list(mount.within(path)));
        for (var other : mounts) {
            if (!other.path().equals(FilePath.ROOT)
                    && FilePath.parent(other.path()).equals(path)) {
                find(other.path()).ifPresent(node -> found.put(FilePath.name(other.path()), node));
            }
        }
        return found;
    }

    /**
     * What is in a file.
     *
     * @throws FileException if there is no such file
     */
    public byte[] read(String path) {
        var node = find(path).orElseThrow(FileException::missing);
        if (node instanceof FileNode.Plain file) {
            return file.content();
        }
        throw FileException.isDirectory();
    }

    /**
     * Makes a file or directory, in a directory that is there.
     *
     * @throws FileException if that can't be
     */
    public void put(String path, FileNode node) {
        var mount = writable(path);
        mount.store().change(tree -> tree.with(mount.within(path), node));
    }

    /**
     * Makes a directory, and those on the way to it; nothing happens to one that is there.
     *
     * @throws FileException if that can't be
     */
    public void makeDirectories(String path, Instant now) {
        var there = find(path);
        if (there.isEmpty()) {
            makeDirectories(FilePath.parent(path), now);
            put(path, FileNode.directory(now));
        } else if (!there.get().isDirectory()) {
            throw FileException.exists();
        }
    }

    /**
     * Removes a file, or a directory and all that is in it.
     *
     * @throws FileException if there is none, or something is mounted there
     */
    public void remove(String path) {
        var mount = writable(path);
        for (var other : mounts) {
            if (FilePath.isWithin(other.path(), path)) {
                throw FileException.busy();
            }
        }
        mount.store().change(tree -> tree.without(mount.within(path)));
    }

    private FileMount writable(String path) {
        var mount = holding(path);
        if (mount.readOnly()) {
            throw FileException.readOnly();
        }
        return mount;
    }
}
