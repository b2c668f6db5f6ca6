package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionOrder;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.server.Trace;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster is made of, shared by a cluster and its forks.
 *
 * @param layers the nucleus first, then the others from below
 * @param types the kinds of all layers
 * @param admission plugins of the user's own, after those of the layers
 * @param neededAdmission plugins that have to be there, by name
 * @param withoutAdmission plugins that are left out, by name
 * @param authorizers authorizers of the user's own, after those of the layers
 * @param authenticators ways to tell who sends a request, after those of the layers
 * @param controllers controllers of the user's own
 * @param layersAct whether the controllers of the layers run
 * @param components how each controller names itself in events
 * @param managers under which name each controller of the layers owns the fields it writes
 * @param options how controllers are run
 * @param trace is told what each stage of a request did
 */
record Composition(
        List<Layer> layers,
        TypeRegistry types,
        List<AdmissionPlugin> admission,
        Set<String> neededAdmission,
        Set<String> withoutAdmission,
        List<Authorizer> authorizers,
        List<Authenticator> authenticators,
        List<Controller> controllers,
        boolean layersAct,
        Map<String, String> components,
        Map<String, String> managers,
        DeterministicDriver.Options options,
        Trace trace) {
    /**
     * The plugins of layers and user but for those left out. What upstream has and this cluster has not is left out as it is.
     *
     * @throws IllegalArgumentException if one of these is none at all, or one that is needed is not there
     */
    List<AdmissionPlugin> admitting(List<AdmissionPlugin> layers) {
        var kept = new ArrayList<>(layers);
        kept.addAll(admission);
        for (var name : neededAdmission) {
            if (kept.stream().noneMatch(plugin -> plugin.name().equals(name))) {
                throw unknown(name, kept);
            }
        }
        for (var name : withoutAdmission) {
            boolean removed = kept.removeIf(plugin -> plugin.name().equals(name));
            if (!removed && !AdmissionOrder.isUpstreams(name)) {
                throw unknown(name, kept);
            }
        }
        return kept;
    }

    private static IllegalArgumentException unknown(String name, List<AdmissionPlugin> plugins) {
        var known = new TreeSet<String>();
        plugins.forEach(plugin -> known.add(plugin.name()));
        return new IllegalArgumentException(
                "no admission plugin is named " + name + "; there are " + String.join(", ", known));
    }
}
