package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.ScaleRules;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.server.VersionConverter;
import io.kubelayers.nucleus.server.VirtualResource;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A layer with some of its acting parts left out and others added. Kinds and what belongs to them stay: a cluster without
 * the deployment controller still has deployments.
 */
final class AlteredLayer implements Layer {
    private final Layer original;
    private final Set<String> left;
    private final List<Controller> controllers;
    private final List<AdmissionPlugin> admission;

    private AlteredLayer(
            Layer original, Set<String> left, List<Controller> controllers, List<AdmissionPlugin> admission) {
        this.original = original;
        this.left = left;
        this.controllers = controllers;
        this.admission = admission;
    }

    static AlteredLayer without(Layer layer, List<String> parts) {
        return new AlteredLayer(layer, new TreeSet<>(parts), List.of(), List.of());
    }

    static AlteredLayer with(Layer layer, Controller controller) {
        return new AlteredLayer(layer, Set.of(), List.of(controller), List.of());
    }

    static AlteredLayer with(Layer layer, AdmissionPlugin plugin) {
        return new AlteredLayer(layer, Set.of(), List.of(), List.of(plugin));
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public List<Controller> controllers() {
        return altered(original.controllers(), Controller::name, controllers);
    }

    @Override
    public List<AdmissionPlugin> admission(LayerContext context) {
        requireKnown(context);
        return altered(original.admission(context), AdmissionPlugin::name, admission);
    }

    @Override
    public List<Authorizer> authorizers(LayerContext context) {
        return altered(original.authorizers(context), Authorizer::name, List.of());
    }

    /** The parts without those left out, each of the new ones in the place of the one of its name or behind all. */
    private <T> List<T> altered(List<T> parts, Function<T, String> name, List<T> more) {
        var result = new ArrayList<T>();
        var rest = new ArrayList<>(more);
        for (var part : parts) {
            var kept = part;
            for (var own : more) {
                if (name.apply(own).equals(name.apply(part))) {
                    kept = own;
                    rest.remove(own);
                }
            }
            if (!left.contains(name.apply(part))) {
                result.add(kept);
            }
        }
        result.addAll(rest);
        return List.copyOf(result);
    }

    private void requireKnown(LayerContext context) {
        if (left.isEmpty()) {
            return;
        }
        var known = new TreeSet<String>();
        original.controllers().forEach(controller -> known.add(controller.name()));
        original.admission(context).forEach(plugin -> known.add(plugin.name()));
        original.authorizers(context).forEach(authorizer -> known.add(authorizer.name()));
        for (var name : left) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "the " + name() + " layer has no part named " + name + "; it has " + String.join(", ", known));
            }
        }
    }

    @Override
    public List<Class<?>> kinds() {
        return original.kinds();
    }

    @Override
    public List<KindRules<?>> rules(LayerContext context) {
        return original.rules(context);
    }

    @Override
    public List<ScaleRules<?>> scales() {
        return original.scales();
    }

    @Override
    public List<VersionConverter<?, ?>> converters() {
        return original.converters();
    }

    @Override
    public List<SubresourceHandler> subresources(LayerContext context) {
        return original.subresources(context);
    }

    @Override
    public List<VirtualResource> virtualResources(LayerContext context) {
        return original.virtualResources(context);
    }

    @Override
    public List<ExtensionApi> extensions(LayerContext context) {
        return original.extensions(context);
    }

    @Override
    public List<Authenticator> authenticators(LayerContext context) {
        return original.authenticators(context);
    }

    @Override
    public Answers answers(Informers informers) {
        return original.answers(informers);
    }

    @Override
    public List<IndexDefinition> indexes() {
        return original.indexes();
    }

    @Override
    public void bootstrap(Client admin) {
        original.bootstrap(admin);
    }
}
