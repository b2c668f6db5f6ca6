package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param key TODO-DOC
 * @param value TODO-DOC
 * @param effect TODO-DOC
 * @param timeAdded TODO-DOC
 */
@RecordBuilder
public record Taint(
    @Required @Pb(1) String key,
    @Pb(2) @Nullable String value,
    @Required @EnumValues(TaintEffect.class) @Pb(3) String effect,
    @Pb(4) @Nullable Instant timeAdded)
    implements TaintBuilder.With {
    public Taint {
        key = Absent.text(key);
        value = Absent.optional(value);
        effect = Absent.text(effect);
    }

}
