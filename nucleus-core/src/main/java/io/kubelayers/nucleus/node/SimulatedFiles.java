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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * @param coming what main processes are going to change, in the order of time
     */
    private record Changed(PMap<String, FileTree> trees, long times, List<FileStep> coming) {
        static final Changed NOTHING = new Changed(HashTreePMap.empty(), 0, List.of());

        Changed with(String name, FileTree tree) {
            return new Changed(trees.plus(name, tree), times + 1, coming);
        }

        boolean isDue(Instant now) {
            return !coming.isEmpty() && !coming.get(0).at().isAfter(now);
        }

        /** With all changes whose time has come. */
        Changed until(Instant now) {
            var changed = trees;
            int done = 0;
            while (done < coming.size() && !coming.get(done).at().isAfter(now)) {
                var step = coming.get(done++);
                changed = changed.plus(
                        step.store(), step.change().on(changed.getOrDefault(step.store(), FileTree.EMPTY)));
            }
            return new Changed(changed, times + done, coming.subList(done, coming.size()));
        }

        Changed withCourse(FileCourse course) {
            var all = new ArrayList<>(coming);
            all.addAll(course.steps());
            all.sort(Comparator.comparing(FileStep::at));
            return new Changed(trees, times, List.copyOf(all));
        }

        Changed without(String run, Instant after) {
            var left = new ArrayList<>(coming);
            left.removeIf(step -> step.run().equals(run) && step.at().isAfter(after));
            return new Changed(trees, times, List.copyOf(left));
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
        return ContainerFiles.of(mounts(pod, container, run, since).stream()
                .map(FileCourse.NamedMount::mount)
                .toList());
    }

    /** The same, to try out in them what a main process will do. */
    FileCourse course(Pod pod, Container container, String run, Instant since) {
        return new FileCourse(run, mounts(pod, container, run, since));
    }

    private List<FileCourse.NamedMount> mounts(Pod pod, Container container, String run, Instant since) {
        var mounts = new ArrayList<FileCourse.NamedMount>();
        var root = "run " + run;
        mounts.add(new FileCourse.NamedMount(
                root,
                new FileMount(
                        FilePath.ROOT, FilePath.ROOT, store(pod, root, () -> root(pod, container, since)), false)));
        for (var mount : container.volumeMounts()) {
            for (var volume : pod.spec().volumes()) {
                if (volume.name().equals(mount.name())) {
                    mounts.add(new FileCourse.NamedMount(
                            "volume " + volume.name(),
                            new FileMount(
                                    FilePath.resolve(FilePath.ROOT, mount.mountPath()),
                                    FilePath.resolve(FilePath.ROOT, Absent.text(mount.subPath())),
                                    store(pod, volume, since),
                                    mount.readOnly())));
                }
            }
        }
        return mounts;
    }

    /** A main process begins that will change files so. */
    void begin(Pod pod, Container container, Instant since, FileCourse course) {
        if (course.steps().isEmpty()) {
            return;
        }
        var key = key(pod);
        memory.change(key, Changed.class, Changed.NOTHING, all -> {
            var trees = all.trees();
            for (var step : course.steps()) {
                if (!trees.containsKey(step.store()) && step.store().equals("run " + step.run())) {
                    trees = trees.plus(step.store(), root(pod, container, since));
                }
            }
            return new Changed(trees, all.times(), all.coming())
                    .withCourse(course)
                    .until(since);
        });
    }

    /** A run has ended, or will: what it would have changed later it does not. */
    void end(Pod pod, String run, Instant at) {
        if (!known(pod).coming().isEmpty()) {
            memory.change(key(pod), Changed.class, Changed.NOTHING, all -> all.without(run, at));
        }
    }

    /** When a main process will change something next; empty if never. */
    Optional<Instant> nextChange(Pod pod) {
        var coming = known(pod).coming();
        return coming.isEmpty() ? Optional.empty() : Optional.of(coming.get(0).at());
    }

    private Changed known(Pod pod) {
        var key = key(pod);
        var known = memory.get(key, Changed.class).orElse(Changed.NOTHING);
        var now = clock.instant();
        if (!known.isDue(now)) {
            return known;
        }
        memory.change(key, Changed.class, Changed.NOTHING, all -> all.until(now));
        return memory.get(key, Changed.class).orElse(Changed.NOTHING);
    }

    /** How often files of a pod were changed. */
    long changes(Pod pod) {
        return known(pod).times();
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
        return new FileStore() {
            @Override
            public FileTree tree() {
                var changed = known(pod).trees().get(name);
                return changed == null ? blank.get() : changed;
            }

            @Override
            public void change(UnaryOperator<FileTree> change) {
                known(pod); // what main processes have done until now comes first
                memory.change(
                        key(pod),
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

    private static String key(Pod pod) {
        return key(String.valueOf(pod.metadata().uid()));
    }

    private static String key(String podUid) {
        return "files/" + podUid;
    }
}
