package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod volume whose files hold fields of the pod itself.
 *
 * @param items Files to create.
 * @param defaultMode Permission bits for files without their own, 0-511 decimal; defaults to 420 (octal 0644).
 */
@RecordBuilder
public record DownwardAPIVolumeSource(
        @Atomic @Pb(1) List<DownwardAPIVolumeFile> items, @Default("420") @Pb(2) @Nullable Integer defaultMode)
        implements DownwardAPIVolumeSourceBuilder.With {
    public DownwardAPIVolumeSource {
        items = Absent.list(items);
    }

    /**
     * One file of a downward API volume. Exactly one of fieldRef and resourceFieldRef is set.
     *
     * @param path Relative path of the file inside the volume; no parent references.
     * @param fieldRef Pod metadata field to write, such as metadata.labels.
     * @param resourceFieldRef Container limit or request to write.
     * @param mode Permission bits of the file, 0-511 decimal; null means the volume's defaultMode.
     */
    @RecordBuilder
    public record DownwardAPIVolumeFile(
            @Required @Pb(1) String path,
            @Pb(2) @Nullable ObjectFieldSelector fieldRef,
            @Pb(3) @Nullable ResourceFieldSelector resourceFieldRef,
            @Pb(4) @Nullable Integer mode)
            implements DownwardAPIVolumeSourceDownwardAPIVolumeFileBuilder.With {
        public DownwardAPIVolumeFile {
            path = Absent.text(path);
        }
    }
}
