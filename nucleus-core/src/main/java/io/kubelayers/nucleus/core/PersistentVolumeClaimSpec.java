package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The storage a claim asks for. After creation only the requested size and the attributes class of a bound claim
 * can change.
 *
 * @param accessModes Mount modes the volume must offer; at least one is required.
 * @param selector Labels that a volume must carry to be bound; null accepts any, non-null rules out dynamic
 *     provisioning.
 * @param resources Minimum size, given as the storage request in bytes.
 * @param volumeName PersistentVolume that is or must be bound; empty until binding.
 * @param storageClassName Class to provision from; null takes the cluster default, an empty string means no class.
 * @param volumeMode Whether a file system or a raw block device is needed; defaults to Filesystem.
 * @param dataSource VolumeSnapshot or claim in the same namespace that supplies the initial content; kept equal to
 *     dataSourceRef.
 * @param dataSourceRef Object that supplies the initial content; also allows custom kinds and, behind a gate, other
 *     namespaces.
 * @param volumeAttributesClassName VolumeAttributesClass to apply; null or empty means none, a name may be changed
 *     after binding.
 */
@RecordBuilder
public record PersistentVolumeClaimSpec(
        @Atomic @EnumValues(PersistentVolumeAccessMode.class) @Pb(1) List<String> accessModes,
        @Pb(4) @Nullable LabelSelector selector,
        @Written @Pb(2) VolumeResourceRequirements resources,
        @Pb(3) @Nullable String volumeName,
        @Pb(5) @Nullable String storageClassName,
        @Default("Filesystem") @EnumValues(PersistentVolumeMode.class) @Pb(6) @Nullable String volumeMode,
        @FeatureGate("AnyVolumeDataSource") @Pb(7) @Nullable TypedLocalObjectReference dataSource,
        @FeatureGate({"AnyVolumeDataSource", "CrossNamespaceVolumeDataSource"}) @Pb(8) @Nullable
                TypedObjectReference dataSourceRef,
        @FeatureGate("VolumeAttributesClass") @Pb(9) @Nullable String volumeAttributesClassName)
        implements PersistentVolumeClaimSpecBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final PersistentVolumeClaimSpec EMPTY =
            new PersistentVolumeClaimSpec(null, null, null, null, null, null, null, null, null);

    public PersistentVolumeClaimSpec {
        accessModes = Absent.list(accessModes);
        resources = Absent.or(resources, VolumeResourceRequirements.EMPTY);
        volumeName = Absent.optional(volumeName);
    }

    /**
     * A reference to an object of any kind, optionally in another namespace.
     *
     * @param apiGroup API group of the target; null or empty means the core group.
     * @param kind Kind of the target.
     * @param name Name of the target.
     * @param namespace Namespace of the target; null means the referrer's own, another one needs a ReferenceGrant
     *     there.
     */
    @RecordBuilder
    public record TypedObjectReference(
            @Written @Pb(1) @Nullable String apiGroup,
            @Required @Pb(2) String kind,
            @Required @Pb(3) String name,
            @FeatureGate("CrossNamespaceVolumeDataSource") @Pb(4) @Nullable String namespace)
            implements PersistentVolumeClaimSpecTypedObjectReferenceBuilder.With {
        public TypedObjectReference {
            kind = Absent.text(kind);
            name = Absent.text(name);
        }
    }

    /**
     * The amount of storage that a claim asks for.
     *
     * @param limits Largest acceptable amount by resource name.
     * @param requests Smallest acceptable amount by resource name; the key storage is needed, in bytes.
     */
    @RecordBuilder
    public record VolumeResourceRequirements(@Pb(1) Map<String, Quantity> limits, @Pb(2) Map<String, Quantity> requests)
            implements PersistentVolumeClaimSpecVolumeResourceRequirementsBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final VolumeResourceRequirements EMPTY = new VolumeResourceRequirements(null, null);

        public VolumeResourceRequirements {
            limits = Absent.map(limits);
            requests = Absent.map(requests);
        }
    }
}
