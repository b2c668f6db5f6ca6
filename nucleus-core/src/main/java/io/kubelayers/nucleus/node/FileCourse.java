package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileMount;
import io.kubelayers.nucleus.files.FileStore;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.files.ScratchStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files in which a main process is tried out, and a record of when it changes what, so that its changes are seen when their
 * time comes and not before. What comes late in a long course is left out.
 */
final class FileCourse {
    private static final int MOST_STEPS = 300;
    private static final long MOST_BYTES = 1L << 20;

    private final String run;
    private final ContainerFiles files;
    private final Map<String, Recorded> stores = new TreeMap<>();
    private final List<FileStep> steps = new ArrayList<>();
    private long bytes;

    /** @param mounts what the container sees, by the names under which it is kept; "" for what nobody can change */
    FileCourse(String run, List<NamedMount> mounts) {
        this.run = run;
        var recorded = new ArrayList<FileMount>();
        for (var named : mounts) {
            var mount = named.mount();
            recorded.add(
                    mount.store().isReadOnly()
                            ? mount
                            : new FileMount(
                                    mount.path(),
                                    mount.source(),
                                    stores.computeIfAbsent(named.store(), name -> new Recorded(mount.store())).files,
                                    mount.readOnly()));
        }
        this.files = ContainerFiles.of(recorded);
    }

    /**
     * A mount of a container.
     *
     * @param store the name under which its files are kept
     */
    record NamedMount(String store, FileMount mount) {}

    ContainerFiles files() {
        return files;
    }

    /** Notes what has changed until that moment. */
    void note(Instant at) {
        stores.forEach((name, store) -> {
            var before = store.before();
            var now = store.files.tree();
            if (now != before && steps.size() < MOST_STEPS && bytes < MOST_BYTES) {
                var change = now.since(before);
                bytes += change.size();
                steps.add(new FileStep(at, run, name, change));
            }
            store.noted = now;
        });
    }

    /** All changes, in the order of time. */
    List<FileStep> steps() {
        return List.copyOf(steps);
    }

    /** Files that are recorded, and how they were when they were looked at last. */
    private static final class Recorded {
        private final ScratchStore files;
        private @Nullable FileTree noted;

        Recorded(FileStore original) {
            this.files = ScratchStore.over(original);
        }

        /** How they were before, from the start if they were never looked at. */
        FileTree before() {
            return noted == null ? files.original() : noted;
        }
    }
}
