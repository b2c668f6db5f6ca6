package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.server.Trace;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is made of, shared by a cluster and its forks.
 *
 * @param layers the nucleus first, then the others from below
 * @param types the kinds of all layers
 * @param admission plugins of the user's own, after those of the layers
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
        List<Authorizer> authorizers,
        List<Authenticator> authenticators,
        List<Controller> controllers,
        boolean layersAct,
        Map<String, String> components,
        Map<String, String> managers,
        DeterministicDriver.Options options,
        Trace trace) {}
