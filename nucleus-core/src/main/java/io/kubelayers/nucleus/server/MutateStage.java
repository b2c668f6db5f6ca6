package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import java.util.List;

/** Mutating admission: each plugin sees what the one before it made. */
final class MutateStage implements Stage {
    private final List<AdmissionPlugin.Mutating> plugins;

    MutateStage(List<? extends AdmissionPlugin> admission) {
        this.plugins = admission.stream()
                .filter(AdmissionPlugin.Mutating.class::isInstance)
                .map(AdmissionPlugin.Mutating.class::cast)
                .toList();
    }

    @Override
    public String name() {
        return "mutate";
    }

    @Override
    public void handle(RequestContext context) {
        for (var plugin : plugins) {
            var question = Admissions.question(context);
            if (question.object() != null && plugin.handles(question)) {
                context.object(plugin.mutate(question));
            }
        }
    }
}
