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
 * A choice of system call filter.
 *
 * @param type Unconfined, RuntimeDefault or Localhost.
 * @param localhostProfile Profile file on the node, relative to the kubelet's seccomp directory; only with
 *     Localhost.
 */
@RecordBuilder
public record SeccompProfile(
        @Required @UnionDiscriminator @EnumValues(Type.class) @Pb(1) String type,
        @Pb(2) @Nullable String localhostProfile)
        implements SeccompProfileBuilder.With {
    public SeccompProfile {
        type = Absent.text(type);
    }

    /** The values of {@code SeccompProfileType}. */
    @TypeName("SeccompProfileType")
    public static final class Type {
        public static final String UNCONFINED = "Unconfined";
        public static final String RUNTIME_DEFAULT = "RuntimeDefault";
        public static final String LOCALHOST = "Localhost";

        private Type() {}
    }
}
