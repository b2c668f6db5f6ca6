package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A filter on devices; exactly one member is set.
 *
 * @param cel Filter as a CEL expression; the only form so far.
 */
@RecordBuilder
public record DeviceSelector(@OneOf("SelectorType") @Pb(1) @Nullable CELDeviceSelector cel)
        implements DeviceSelectorBuilder.With {

    /**
     * A filter on devices written in CEL.
     *
     * @param expression Expression over device that gives true for a fit; up to 10240 characters.
     */
    @RecordBuilder
    public record CELDeviceSelector(@Required @Pb(1) String expression)
            implements DeviceSelectorCELDeviceSelectorBuilder.With {
        public CELDeviceSelector {
            expression = Absent.text(expression);
        }
    }
}
