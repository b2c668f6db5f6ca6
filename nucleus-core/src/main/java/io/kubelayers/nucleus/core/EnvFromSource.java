package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param prefix TODO-DOC
 * @param configMapRef TODO-DOC
 * @param secretRef TODO-DOC
 */
@RecordBuilder
public record EnvFromSource(
    @Pb(1) @Nullable String prefix,
    @Pb(2) @Nullable ConfigMapEnvSource configMapRef,
    @Pb(3) @Nullable SecretEnvSource secretRef)
    implements EnvFromSourceBuilder.With {
    public EnvFromSource {
        prefix = Absent.optional(prefix);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param optional TODO-DOC
     */
    @RecordBuilder
    public record ConfigMapEnvSource(
        @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
        @Pb(2) @Nullable Boolean optional)
        implements EnvFromSourceConfigMapEnvSourceBuilder.With {
        public ConfigMapEnvSource {
            name = Absent.optional(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param optional TODO-DOC
     */
    @RecordBuilder
    public record SecretEnvSource(
        @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
        @Pb(2) @Nullable Boolean optional)
        implements EnvFromSourceSecretEnvSourceBuilder.With {
        public SecretEnvSource {
            name = Absent.optional(name);
        }

    }
}
