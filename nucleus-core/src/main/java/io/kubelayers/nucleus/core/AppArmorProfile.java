package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.UnionDiscriminator;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A choice of AppArmor profile.
 *
 * @param type Unconfined, RuntimeDefault or Localhost.
 * @param localhostProfile Name of a profile loaded on the node; only with Localhost.
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
    @TypeName("AppArmorProfileType")
    public static final class Type {
        public static final String UNCONFINED = "Unconfined";
        public static final String RUNTIME_DEFAULT = "RuntimeDefault";
        public static final String LOCALHOST = "Localhost";

        private Type() {}
    }
}
