package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of one ConfigMap or Secret key to a file in a volume.
 *
 * @param key Key whose value becomes the file content.
 * @param path Relative path of the file inside the volume; no parent references.
 * @param mode Permission bits of the file, 0-511 decimal; null means the volume's defaultMode.
 */
@RecordBuilder
public record KeyToPath(@Required @Pb(1) String key, @Required @Pb(2) String path, @Pb(3) @Nullable Integer mode)
        implements KeyToPathBuilder.With {
    public KeyToPath {
        key = Absent.text(key);
        path = Absent.text(path);
    }
}
