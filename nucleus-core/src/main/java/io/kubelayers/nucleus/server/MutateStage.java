package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import java.util.List;

/** Mutating admission: each plugin sees what the one before it made. */
final class MutateStage implements Stage {
    private final List<AdmissionPlugin.Mutating> plugins;
    private final Rules rules;

    MutateStage(List<? extends AdmissionPlugin> admission, Rules rules) {
        this.rules = rules;
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
        var before = context.object();
        var notes = context.notes();
        var question = Admissions.question(context);
        for (var plugin : plugins) {
            var object = question.object();
            if (object != null && plugin.handles(question)) {
                var mutated = plugin.mutate(question, notes);
                if (mutated != object) {
                    context.object(mutated);
                    question = Admissions.question(context);
                }
            }
        }
        var after = context.object();
        if (after != null
                && after != before
                && context.current() == null
                && context.verb() == Verb.CREATE
                && context.request().subresource().isEmpty()) {
            // what is worked out of the rest, such as a pod's class of service, is worked out of what plugins made
            context.object(rules.prepareForCreate(after, context.user()));
        }
    }
}
