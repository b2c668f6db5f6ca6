package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param type TODO-DOC
 * @param localhostProfile TODO-DOC
 */
@RecordBuilder
public record AppArmorProfile(
    @Required @UnionDiscriminator @EnumValues(Type.class) @Pb(1) String type,
    @Pb(2) @Nullable String localhostProfile)
    implements AppArmorProfileBuilder.With {
    public AppArmorProfile {
        type = Absent.text(type);
    }


    /** The values of {@code AppArmorProfileType}. */
    public static final class Type {
        public static final String UNCONFINED = "Unconfined";
        public static final String RUNTIME_DEFAULT = "RuntimeDefault";
        public static final String LOCALHOST = "Localhost";

        private Type() {}
    }
}
