package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * An amount in a shared counter.
 *
 * @param value The amount.
 */
@RecordBuilder
public record Counter(@Required @Pb(1) Quantity value) implements CounterBuilder.With {
    public Counter {
        value = Absent.or(value, Quantity.ZERO);
    }
}
