package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A bulk source of environment variables, one for each key. Exactly one of configMapRef and secretRef is set.
 *
 * @param prefix Text put in front of every variable name; empty means none.
 * @param configMapRef ConfigMap whose keys become variables.
 * @param secretRef Secret whose keys become variables.
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
     * A ConfigMap whose entries become environment variables.
     *
     * @param name Name of the ConfigMap, in the pod's namespace.
     * @param optional True tolerates a missing ConfigMap; null means false.
     */
    @RecordBuilder
    public record ConfigMapEnvSource(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name, @Pb(2) @Nullable Boolean optional)
            implements EnvFromSourceConfigMapEnvSourceBuilder.With {
        public ConfigMapEnvSource {
            name = Absent.optional(name);
        }
    }

    /**
     * A Secret whose entries become environment variables.
     *
     * @param name Name of the Secret, in the pod's namespace.
     * @param optional True tolerates a missing Secret; null means false.
     */
    @RecordBuilder
    public record SecretEnvSource(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name, @Pb(2) @Nullable Boolean optional)
            implements EnvFromSourceSecretEnvSourceBuilder.With {
        public SecretEnvSource {
            name = Absent.optional(name);
        }
    }
}
