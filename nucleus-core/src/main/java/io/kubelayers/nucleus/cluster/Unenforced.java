package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.admissionregistration.MutatingWebhookConfiguration;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyBinding;
import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a cluster holds that a real one would act upon at every write and this one does not: webhooks that are not called,
 * policies that are not enforced, conversions that are not asked for. Such objects are accepted and answered as upstream
 * answers them, so this is told beside: as findings of the cluster, and as an event {@code NotEnforced} about each.
 */
final class Unenforced {
    private static final String CODE = "unenforced";
    private static final List<Class<? extends KubernetesObject>> KINDS = List.of(
            MutatingWebhookConfiguration.class,
            ValidatingWebhookConfiguration.class,
            ValidatingAdmissionPolicyBinding.class,
            CustomResourceDefinition.class);

    private Unenforced() {}

    /** A finding for each such object, by kind and name. */
    static List<Finding> findings(Informers informers) {
        var findings = new ArrayList<Finding>();
        for (var kind : KINDS) {
            for (var object : informers.lister(kind).list()) {
                about(object)
                        .ifPresent(text -> findings.add(Finding.fail(
                                CODE,
                                kind.getSimpleName() + "/" + object.metadata().nameOrEmpty(),
                                text)));
            }
        }
        return findings;
    }

    /** What is not done of what an object asks for, if anything is not. */
    static Optional<String> about(KubernetesObject object) {
        if (object instanceof MutatingWebhookConfiguration configuration
                && !configuration.webhooks().isEmpty()) {
            return Optional.of("its webhooks are not called: writes are stored as they are sent");
        }
        if (object instanceof ValidatingWebhookConfiguration configuration
                && !configuration.webhooks().isEmpty()) {
            return Optional.of("its webhooks are not called: writes that they would refuse are stored");
        }
        if (object instanceof ValidatingAdmissionPolicyBinding binding) {
            return Optional.of("policy \"" + binding.spec().policyName()
                    + "\" is not enforced: writes that it would refuse are stored");
        }
        if (object instanceof CustomResourceDefinition definition) {
            var conversion = definition.spec().conversion();
            if (conversion != null && conversion.strategy().equals("Webhook")) {
                return Optional.of("its conversion webhook is not called: objects change their apiVersion alone");
            }
        }
        return Optional.empty();
    }

    /** Tells it as events, where controllers run: a server alone writes nothing that a real one would not. */
    static List<Controller> controllers() {
        var controllers = new ArrayList<Controller>();
        for (var kind : KINDS) {
            controllers.add(
                    Controller.named("unenforced-" + kind.getSimpleName().toLowerCase(Locale.ROOT))
                            .over(kind)
                            .reconcile(context -> new Reporter<>(context, kind)));
        }
        return controllers;
    }

    private record Reporter<T extends KubernetesObject>(ControllerContext context, Class<T> kind)
            implements Reconciler {
        @Override
        public Requeue reconcile(Request request) {
            context.informers().lister(kind).get("", request.name()).ifPresent(object -> about(object)
                    .ifPresent(text -> context.events().warning(object, "NotEnforced", text)));
            return Requeue.never();
        }
    }
}
