package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import java.util.List;

/** Validating admission: the last chance to refuse. Plugins with lasting effects, such as quota, come last. */
final class AdmitStage implements Stage {
    private final List<AdmissionPlugin.Validating> plugins;

    AdmitStage(List<? extends AdmissionPlugin> admission) {
        this.plugins = admission.stream()
                .filter(AdmissionPlugin.Validating.class::isInstance)
                .map(AdmissionPlugin.Validating.class::cast)
                .toList();
    }

    @Override
    public String name() {
        return "admit";
    }

    @Override
    public void handle(RequestContext context) {
        var question = Admissions.question(context);
        var notes = context.notes();
        for (var plugin : plugins) {
            if (plugin.handles(question)) {
                plugin.validate(question, notes);
            }
        }
    }
}
