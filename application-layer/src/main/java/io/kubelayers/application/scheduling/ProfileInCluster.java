package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ActingPlugin;
import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.plugins.DefaultBinder;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.ObjectEventRecorder;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;

/**
 * A profile at work in a cluster.
 *
 * @param framework runs its plugins; one that binds is among them
 * @param report tells what came of it, in the profile's name
 */
record ProfileInCluster(Framework framework, SchedulingReport report) {
    static ProfileInCluster of(Profile profile, ControllerContext context) {
        var client = context.client();
        var events = new ObjectEventRecorder(client, context.runtime(), profile.schedulerName());
        var equipped = equipped(withBinder(profile, client), new LiveActions(client, events, context.runtime()));
        return new ProfileInCluster(Framework.of(equipped), new SchedulingReport(client, events, context.runtime()));
    }

    private static Profile withBinder(Profile profile, Client client) {
        boolean binds = profile.plugins().stream().anyMatch(enabled -> enabled.at(ExtensionPoint.BIND));
        return binds
                ? profile
                : profile.edit()
                        .enable(new DefaultBinder(binding -> send(client, binding)))
                        .build();
    }

    private static Profile equipped(Profile profile, ClusterActions actions) {
        var plugins = new ArrayList<EnabledPlugin>();
        for (var enabled : profile.plugins()) {
            plugins.add(
                    enabled.plugin() instanceof ActingPlugin acting
                            ? new EnabledPlugin(acting.equippedWith(actions), enabled.weight(), enabled.disabledAt())
                            : enabled);
        }
        return new Profile(profile.schedulerName(), plugins, profile.percentageOfNodesToScore());
    }

    private static void send(Client client, Binding binding) {
        var pod = binding.metadata();
        client.on(Pod.class).post(pod.namespaceOrEmpty(), pod.nameOrEmpty(), "binding", binding);
    }
}
