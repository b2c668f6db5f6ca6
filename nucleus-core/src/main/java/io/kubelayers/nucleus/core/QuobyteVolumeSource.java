package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param registry TODO-DOC
 * @param volume TODO-DOC
 * @param readOnly TODO-DOC
 * @param user TODO-DOC
 * @param group TODO-DOC
 * @param tenant TODO-DOC
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
