package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.ResourceClaimTemplate;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import java.util.List;

/** Templates of claims: the same rules for the claim in it, and it never changes. */
final class ResourceClaimTemplateRules implements KindRules<ResourceClaimTemplate> {
    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public Class<ResourceClaimTemplate> type() {
        return ResourceClaimTemplate.class;
    }

    @Override
    public ResourceClaimTemplate defaulted(ResourceClaimTemplate template) {
        var spec = template.spec();
        return template.withSpec(spec.withSpec(DeviceDefaults.of(spec.spec())));
    }

    @Override
    public ResourceClaimTemplate prepareForCreate(ResourceClaimTemplate template) {
        return template.withSpec(GatedFields.OF_SPECS.dropped(template.spec(), null));
    }

    @Override
    public ResourceClaimTemplate prepareForUpdate(ResourceClaimTemplate template, ResourceClaimTemplate old) {
        return template.withSpec(GatedFields.OF_SPECS.dropped(template.spec(), old.spec()));
    }

    @Override
    public List<FieldError> validate(ResourceClaimTemplate template) {
        var errors = new FieldErrors();
        var metadata = template.spec().metadata();
        var path = SPEC.child("metadata");
        errors.addAll(MetaRules.annotations(path.child("annotations"), metadata.annotations()));
        errors.addAll(MetaRules.labels(path.child("labels"), metadata.labels()));
        DeviceClaimChecks.check(SPEC.child("spec"), template.spec().spec(), errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(ResourceClaimTemplate template, ResourceClaimTemplate old) {
        var errors = new FieldErrors();
        errors.immutable(SPEC, template.spec(), old.spec());
        return errors.list();
    }
}
