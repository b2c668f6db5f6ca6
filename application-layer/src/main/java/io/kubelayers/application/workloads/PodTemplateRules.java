package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of PodTemplates: what they hold is a template of pods. */
final class PodTemplateRules implements KindRules<PodTemplate> {
    @Override
    public Class<PodTemplate> type() {
        return PodTemplate.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_TEMPLATE;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public List<FieldError> validate(PodTemplate template) {
        var held = template.template();
        return PodTemplates.validate(FieldPath.of("template"), held.metadata(), held.spec());
    }

    @Override
    public List<String> warnings(PodTemplate template, @Nullable PodTemplate old) {
        return old == null || template.metadata().generation() != old.metadata().generation()
                ? TemplateChecks.templateWarnings(FieldPath.of("template"), template.template())
                : List.of();
    }
}
