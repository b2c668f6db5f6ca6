package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.DownwardAPIVolumeSource;
import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the files of a volume: all keys of a source, or those that are chosen, at the paths that are chosen. */
final class VolumeContents {
    private static final int READABLE = 0644;

    private final Instant now;
    private FileTree tree = FileTree.EMPTY;

    VolumeContents(Instant now) {
        this.now = now;
    }

    FileTree tree() {
        return tree;
    }

    void add(Map<String, Bytes> data, List<KeyToPath> items, @Nullable Integer mode) {
        if (items.isEmpty()) {
            data.forEach((key, value) -> put(key, value.toArray(), null, mode));
        }
        for (var item : items) {
            var value = data.get(item.key());
            if (value != null) {
                put(item.path(), value.toArray(), item.mode(), mode);
            }
        }
    }

    void add(PodFields fields, List<DownwardAPIVolumeSource.DownwardAPIVolumeFile> items, @Nullable Integer mode) {
        for (var item : items) {
            var field = item.fieldRef();
            var resource = item.resourceFieldRef();
            var text = field != null
                    ? fields.field(field.fieldPath())
                    : resource == null
                            ? ""
                            : fields.resource(
                                    resource,
                                    ContainerBuilder.builder().name("").build());
            put(item.path(), text.getBytes(StandardCharsets.UTF_8), item.mode(), mode);
        }
    }

    private void put(String path, byte[] content, @Nullable Integer own, @Nullable Integer common) {
        int mode = own != null ? own : common != null ? common : READABLE;
        tree = tree.withAll(FilePath.resolve(FilePath.ROOT, path), FileNode.file(content, mode, now));
    }
}
