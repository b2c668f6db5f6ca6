package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mark on a node that repels every pod that does not tolerate it.
 *
 * @param key Taint key, in label key form.
 * @param value Taint value, in label value form; may be empty.
 * @param effect NoSchedule, PreferNoSchedule or NoExecute.
 * @param timeAdded Time at which the taint was put on the node; null if not recorded.
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
