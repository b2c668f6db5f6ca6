package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Checks of VolumeAttributesClasses: a driver and what it is told, for good. */
public final class VolumeAttributesClassRules implements KindRules<VolumeAttributesClass> {
    private static final FieldPath DRIVER = FieldPath.of("driverName");
    private static final FieldPath PARAMETERS = FieldPath.of("parameters");

    @Override
    public Class<VolumeAttributesClass> type() {
        return VolumeAttributesClass.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public List<FieldError> validate(VolumeAttributesClass attributes) {
        var errors = new FieldErrors();
        StorageParameters.provisioner(DRIVER, attributes.driverName(), errors);
        StorageParameters.check(PARAMETERS, attributes.parameters(), false, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(VolumeAttributesClass attributes, VolumeAttributesClass old) {
        var errors = new FieldErrors();
        if (!attributes.driverName().equals(old.driverName())) {
            errors.forbidden(DRIVER, "updates to driverName are forbidden.");
        }
        if (!attributes.parameters().equals(old.parameters())) {
            errors.forbidden(PARAMETERS, "updates to parameters are forbidden.");
        }
        errors.addAll(validate(attributes));
        return errors.list();
    }
}
