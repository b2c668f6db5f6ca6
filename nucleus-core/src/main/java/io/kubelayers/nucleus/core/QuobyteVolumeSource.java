package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A Quobyte volume. Deprecated; the plugin has been removed.
 *
 * @param registry Quobyte registry servers as host:port pairs, separated by commas.
 * @param volume Name of an existing Quobyte volume.
 * @param readOnly True mounts the volume read-only; defaults to false.
 * @param user User that file access is mapped to; empty means the service account user.
 * @param group Group that file access is mapped to; empty means none.
 * @param tenant Quobyte tenant that owns the volume; set by the provisioner.
 */
@RecordBuilder
public record QuobyteVolumeSource(
        @Required @Pb(1) String registry,
        @Required @Pb(2) String volume,
        @Pb(3) boolean readOnly,
        @Pb(4) @Nullable String user,
        @Pb(5) @Nullable String group,
        @Pb(6) @Nullable String tenant)
        implements QuobyteVolumeSourceBuilder.With {
    public QuobyteVolumeSource {
        registry = Absent.text(registry);
        volume = Absent.text(volume);
        user = Absent.optional(user);
        group = Absent.optional(group);
        tenant = Absent.optional(tenant);
    }
}
