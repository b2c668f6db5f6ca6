package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of devices set up by an administrator: filters and default settings.
 *
 * @param metadata the usual object metadata
 * @param spec Filters and settings of the class.
 */
@Kind(
        group = "resource.k8s.io",
        version = "v1",
        plural = "deviceclasses",
        scope = Scope.CLUSTER,
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Age")})
@RecordBuilder
public record DeviceClass(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec)
        implements KubernetesObject, DeviceClassBuilder.With {
    public DeviceClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public DeviceClass withMetadata(ObjectMeta metadata) {
        return DeviceClassBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Filters and settings of a device class.
     *
     * @param selectors Filters a device must all meet, up to 32; empty takes every device.
     * @param config Settings for every device got through the class, up to 32.
     * @param extendedResourceName Extended resource that pods can ask for instead of a claim; null for none.
     */
    @TypeName("DeviceClassSpec")
    @RecordBuilder
    public record Spec(
            @Atomic @Limits(maxItems = 32) @Pb(1) List<DeviceSelector> selectors,
            @Atomic @Limits(maxItems = 32) @Pb(2) List<Configuration> config,
            @FeatureGate("DRAExtendedResource") @Limits(format = "k8s-extended-resource-name") @Pb(4) @Nullable
                    String extendedResourceName)
            implements DeviceClassSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            selectors = Absent.list(selectors);
            config = Absent.list(config);
        }
    }

    /**
     * Settings in a class for the driver of its devices.
     *
     * @param opaque Settings only the driver understands; the only form so far.
     */
    @TypeName("DeviceClassConfiguration")
    @RecordBuilder
    public record Configuration(@OneOf("ConfigurationType") @Pb({1, 1}) @Nullable OpaqueDeviceConfiguration opaque)
            implements DeviceClassConfigurationBuilder.With {}
}
