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
import java.util.List;

/**
 * What one layer of Kubernetes adds to a cluster. Layers are composed, not inherited: a cluster is the nucleus and a list
 * of these, each knowing only those before it.
 *
 * <p>Everything has an empty default, so a layer lists just what it has. The parts are made anew for each cluster, and for
 * each fork, from the {@link LayerContext} of that cluster; they must keep no state of their own.
 */
public interface Layer {
    /** Such as {@code governance}. */
    String name();

    /** The kinds it owns. */
    List<Class<?>> kinds();

    /** What its kinds do beyond the ordinary. */
    default List<KindRules<?>> rules(LayerContext context) {
        return List.of();
    }

    /** How its kinds scale. */
    default List<ScaleRules<?>> scales() {
        return List.of();
    }

    /** Other served versions of its kinds. */
    default List<VersionConverter<?, ?>> converters() {
        return List.of();
    }

    default List<SubresourceHandler> subresources(LayerContext context) {
        return List.of();
    }

    default List<VirtualResource> virtualResources(LayerContext context) {
        return List.of();
    }

    /** Groups whose resources are not known beforehand, such as custom metrics. */
    default List<ExtensionApi> extensions(LayerContext context) {
        return List.of();
    }

    /** Admission plugins in the order in which they run; those of lower layers run first. */
    default List<AdmissionPlugin> admission(LayerContext context) {
        return List.of();
    }

    default List<Authorizer> authorizers(LayerContext context) {
        return List.of();
    }

    /** Ways to tell who sends a request from outside, asked in order. */
    default List<Authenticator> authenticators(LayerContext context) {
        return List.of();
    }

    /** What it answers to lower layers, from what the cluster looks like. */
    default Answers answers(Informers informers) {
        return Answers.none();
    }

    default List<Controller> controllers() {
        return List.of();
    }

    /** Indexes that its parts read by. */
    default List<IndexDefinition> indexes() {
        return List.of();
    }

    /** Creates the objects that exist from the start, such as default roles. Called once for a new cluster, not for forks. */
    default void bootstrap(Client admin) {}

    /**
     * This layer without some of its controllers, admission plugins or authorizers, by their names: {@code deployment},
     * {@code ResourceQuota}, {@code RBAC}. A name that the layer does not have fails the start of the cluster with an
     * {@link IllegalArgumentException} that lists those it has.
     */
    default Layer without(String... parts) {
        return AlteredLayer.without(this, List.of(parts));
    }

    /** This layer with a controller more, or in place of the one of its name. */
    default Layer with(Controller controller) {
        return AlteredLayer.with(this, controller);
    }

    /** This layer with an admission plugin more, behind its own, or in place of the one of its name. */
    default Layer with(AdmissionPlugin plugin) {
        return AlteredLayer.with(this, plugin);
    }
}
