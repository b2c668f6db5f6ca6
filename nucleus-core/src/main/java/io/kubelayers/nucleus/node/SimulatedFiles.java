package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileMount;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileStore;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.toolbox.Toolbox;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The files of simulated containers: of each run a root of its own, of each pod the volumes that its containers share.
 * Nothing is kept of what nobody has changed. An image's own files are not there, but for the commands that all containers
 * know.
 */
final class SimulatedFiles {
    private static final List<String> DIRECTORIES =
            List.of("/bin", "/dev", "/etc", "/home", "/proc", "/root", "/sys", "/tmp", "/usr/bin", "/var/log");

    private final Memory memory;
    private final ContainerSurroundings surroundings;
    private final InstantSource clock;
    private final Consumer<Pod> changed;

    /**
     * The changed trees of a pod.
     *
     * @param trees of a volume under its name, of a root under the name of the run
     * @param times how often something was changed
     */
    private record Changed(PMap<String, FileTree> trees, long times) {
        static final Changed NOTHING = new Changed(HashTreePMap.empty(), 0);

        Changed with(String name, FileTree tree) {
            return new Changed(trees.plus(name, tree), times + 1);
        }
    }

    /** @param changed is told of pods whose files somebody has changed */
    SimulatedFiles(Memory memory, ContainerSurroundings surroundings, InstantSource clock, Consumer<Pod> changed) {
        this.memory = memory;
        this.surroundings = surroundings;
        this.clock = clock;
        this.changed = changed;
    }

    /** The files that a run of a container sees. */
    ContainerFiles of(Pod pod, Container container, String run, Instant since) {
        var mounts = new ArrayList<FileMount>();
        mounts.add(new FileMount(
                FilePath.ROOT, FilePath.ROOT, store(pod, "run " + run, () -> root(pod, container, since)), false));
        for (var mount : container.volumeMounts()) {
            for (var volume : pod.spec().volumes()) {
                if (volume.name().equals(mount.name())) {
                    mounts.add(new FileMount(
                            FilePath.resolve(FilePath.ROOT, mount.mountPath()),
                            FilePath.resolve(FilePath.ROOT, Absent.text(mount.subPath())),
                            store(pod, volume, since),
                            mount.readOnly()));
                }
            }
        }
        return ContainerFiles.of(mounts);
    }

    /** How often files of a pod were changed. */
    long changes(Pod pod) {
        return memory.get(key(String.valueOf(pod.metadata().uid())), Changed.class)
                .map(Changed::times)
                .orElse(0L);
    }

    void forget(String podUid) {
        memory.forget(key(podUid));
    }

    private FileStore store(Pod pod, Volume volume, Instant since) {
        var made = surroundings.contents(pod, volume, since);
        return made.isPresent()
                ? FileStore.readOnly(() ->
                        surroundings.contents(pod, volume, clock.instant()).orElse(FileTree.EMPTY))
                : store(pod, "volume " + volume.name(), () -> FileTree.EMPTY);
    }

    private FileStore store(Pod pod, String name, Supplier<FileTree> blank) {
        var key = key(String.valueOf(pod.metadata().uid()));
        return new FileStore() {
            @Override
            public FileTree tree() {
                var known = memory.get(key, Changed.class)
                        .orElse(Changed.NOTHING)
                        .trees()
                        .get(name);
                return known == null ? blank.get() : known;
            }

            @Override
            public void change(UnaryOperator<FileTree> change) {
                memory.change(
                        key,
                        Changed.class,
                        Changed.NOTHING,
                        all -> all.with(name, change.apply(all.trees().getOrDefault(name, blank.get()))));
                changed.accept(pod);
            }
        };
    }

    private static FileTree root(Pod pod, Container container, Instant since) {
        var tree = FileTree.EMPTY;
        for (var path : DIRECTORIES) {
            tree = tree.withAll(path, FileNode.directory(since));
        }
        for (var command : Toolbox.names()) {
            tree = tree.with(FilePath.child("/bin", command), FileNode.file(new byte[0], 0755, since));
        }
        tree = KnownImages.files(Absent.text(container.image()), tree, since);
        var host = Absent.or(pod.spec().hostname(), pod.metadata().nameOrEmpty());
        tree = tree.with("/etc/hostname", FileNode.file(host + "\n", since))
                .with("/etc/hosts", FileNode.file(hosts(pod, host), since));
        var places = new ArrayList<String>();
        places.add(Absent.or(container.workingDir(), FilePath.ROOT));
        for (var mount : container.volumeMounts()) {
            places.add(FilePath.parent(FilePath.resolve(FilePath.ROOT, mount.mountPath())));
        }
        for (var place : places) {
            var path = FilePath.resolve(FilePath.ROOT, place);
            tree = tree.find(path).isPresent() ? tree : tree.withAll(path, FileNode.directory(since));
        }
        return tree;
    }

    private static String hosts(Pod pod, String host) {
        return "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n"
                + Absent.text(pod.status().podIP()) + "\t" + host + "\n";
    }

    private static String key(String podUid) {
        return "files/" + podUid;
    }
}
