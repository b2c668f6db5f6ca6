package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.ResourceClaimTemplate;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import java.util.List;

/** Templates of claims: the same rules for the claim in it, and it never changes. */
final class ResourceClaimTemplateRules implements KindRules<ResourceClaimTemplate> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final GatedFields GATED = DeviceRules.GATED_IN_SPECS;

    @Override
    public Class<ResourceClaimTemplate> type() {
        return ResourceClaimTemplate.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public ResourceClaimTemplate defaulted(ResourceClaimTemplate template) {
        var spec = template.spec();
        return template.withSpec(spec.withSpec(DeviceDefaults.of(spec.spec())));
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
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
