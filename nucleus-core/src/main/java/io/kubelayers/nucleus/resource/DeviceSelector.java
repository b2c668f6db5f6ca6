package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param cel TODO-DOC
 */
@RecordBuilder
public record DeviceSelector(
    @OneOf("SelectorType") @Pb(1) @Nullable CELDeviceSelector cel)
    implements DeviceSelectorBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param expression TODO-DOC
     */
    @RecordBuilder
    public record CELDeviceSelector(
        @Required @Pb(1) String expression)
        implements DeviceSelectorCELDeviceSelectorBuilder.With {
        public CELDeviceSelector {
            expression = Absent.text(expression);
        }

    }
}
