package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.DeviceClass;
import io.kubelayers.nucleus.resources.ResourceNames;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes of devices: selectors, and configuration that every claim for one gets. */
final class DeviceClassRules implements KindRules<DeviceClass> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final GatedFields GATED = DeviceRules.GATED_IN_SPECS;

    @Override
    public Class<DeviceClass> type() {
        return DeviceClass.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    @Override
    public List<FieldError> validate(DeviceClass devices) {
        return check(devices.spec(), null);
    }

    @Override
    public List<FieldError> validateUpdate(DeviceClass devices, DeviceClass old) {
        return check(devices.spec(), old.spec());
    }

    private static List<FieldError> check(DeviceClass.Spec spec, DeviceClass.@Nullable Spec old) {
        var errors = new FieldErrors();
        boolean stored = old != null && old.config().equals(spec.config());
        DeviceConfigurationChecks.selectors(SPEC.child("selectors"), spec.selectors(), errors);
        Entries.each(
                SPEC.child("config"),
                spec.config(),
                DeviceConfigurationChecks.MOST,
                errors,
                (place, config) -> DeviceConfigurationChecks.opaque(place, config.opaque(), stored, errors));
        var extended = spec.extendedResourceName();
        if (extended != null && !ResourceNames.isExtended(extended)) {
            errors.invalid(SPEC.child("extendedResourceName"), extended, "must be a valid extended resource name");
        }
        return errors.list();
    }
}
