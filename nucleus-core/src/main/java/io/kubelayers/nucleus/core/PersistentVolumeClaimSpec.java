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
 * TODO-DOC.
 *
 * @param accessModes TODO-DOC
 * @param selector TODO-DOC
 * @param resources TODO-DOC
 * @param volumeName TODO-DOC
 * @param storageClassName TODO-DOC
 * @param volumeMode TODO-DOC
 * @param dataSource TODO-DOC
 * @param dataSourceRef TODO-DOC
 * @param volumeAttributesClassName TODO-DOC
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
    @FeatureGate({"AnyVolumeDataSource", "CrossNamespaceVolumeDataSource"}) @Pb(8) @Nullable TypedObjectReference dataSourceRef,
    @FeatureGate("VolumeAttributesClass") @Pb(9) @Nullable String volumeAttributesClassName)
    implements PersistentVolumeClaimSpecBuilder.With {
    /** The value of a field that was not set. */
    public static final PersistentVolumeClaimSpec EMPTY = new PersistentVolumeClaimSpec(null, null, null, null, null, null, null, null, null);

    public PersistentVolumeClaimSpec {
        accessModes = Absent.list(accessModes);
        resources = Absent.or(resources, VolumeResourceRequirements.EMPTY);
        volumeName = Absent.optional(volumeName);
    }


    /**
     * TODO-DOC.
     *
     * @param apiGroup TODO-DOC
     * @param kind TODO-DOC
     * @param name TODO-DOC
     * @param namespace TODO-DOC
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
     * TODO-DOC.
     *
     * @param limits TODO-DOC
     * @param requests TODO-DOC
     */
    @RecordBuilder
    public record VolumeResourceRequirements(
        @Pb(1) Map<String, Quantity> limits,
        @Pb(2) Map<String, Quantity> requests)
        implements PersistentVolumeClaimSpecVolumeResourceRequirementsBuilder.With {
        /** The value of a field that was not set. */
        public static final VolumeResourceRequirements EMPTY = new VolumeResourceRequirements(null, null);

        public VolumeResourceRequirements {
            limits = Absent.map(limits);
            requests = Absent.map(requests);
        }

    }
}
