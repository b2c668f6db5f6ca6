package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
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
     * The plugins of layers and user but for those left out.
     *
     * @throws IllegalArgumentException if one of these is not there
     */
    List<AdmissionPlugin> admitting(List<AdmissionPlugin> layers) {
        var kept = new ArrayList<>(layers);
        kept.addAll(admission);
        for (var name : withoutAdmission) {
            if (!kept.removeIf(plugin -> plugin.name().equals(name))) {
                var known = new TreeSet<String>();
                kept.forEach(plugin -> known.add(plugin.name()));
                throw new IllegalArgumentException(
                        "no admission plugin is named " + name + "; there are " + String.join(", ", known));
            }
        }
        return kept;
    }
}
