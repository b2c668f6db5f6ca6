package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A controller as data: what it watches and how to make its reconciler. Drivers turn it into a running one.
 *
 * @param name unique name; its requests are sent as service account {@code kube-system/<name>-controller}
 * @param component how its events name it: {@code <name>-controller} unless it says otherwise
 * @param sources what it watches
 * @param factory makes the reconciler for one cluster
 */
public record Controller(
        String name, String component, List<Source<?>> sources, Function<ControllerContext, Reconciler> factory) {
    /** The component of what an API server does by itself, also where no other controller runs. */
    public static final String API_SERVER = "kube-apiserver";

    public Controller {
        sources = List.copyOf(sources);
    }

    /**
     * One watched kind.
     *
     * @param kind record class, or null for every kind there is, custom ones included
     * @param mapping makes the mapping for one cluster
     */
    public record Source<T extends KubernetesObject>(
            @Nullable Class<T> kind, Function<ControllerContext, Mapping<T>> mapping) {}

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects what a controller watches. */
    public static final class Builder {
        private final String name;
        private final List<Source<?>> sources = new ArrayList<>();
        private String component;
        private @Nullable String ownKind;

        private Builder(String name) {
            this.name = name;
            this.component = name + "-controller";
        }

        /** Names itself otherwise in events, such as {@code kubelet}. */
        public Builder reporting(String as) {
            component = as;
            return this;
        }

        /** The kind this controller is about: its objects are its requests. */
        public <T extends KubernetesObject> Builder over(Class<T> kind) {
            ownKind = kind.getSimpleName();
            sources.add(new Source<>(kind, context -> Mapping.itself()));
            return this;
        }

        /** A kind whose objects it owns: their changes concern the owner. Comes after {@link #over}. */
        public <T extends KubernetesObject> Builder owning(Class<T> kind) {
            if (ownKind == null) {
                throw new IllegalStateException("owning() comes after over()");
            }
            String owner = ownKind;
            sources.add(new Source<>(kind, context -> Mapping.owner(owner)));
            return this;
        }

        /** Another kind, with its own mapping. */
        public <T extends KubernetesObject> Builder watching(Class<T> kind, Mapping<T> mapping) {
            sources.add(new Source<>(kind, context -> mapping));
            return this;
        }

        /** Another kind, with a mapping that reads the cluster. */
        public <T extends KubernetesObject> Builder watching(
                Class<T> kind, Function<ControllerContext, Mapping<T>> mapping) {
            sources.add(new Source<>(kind, mapping));
            return this;
        }

        /** Every kind there is, custom ones included. */
        public Builder watchingEverything(Function<ControllerContext, Mapping<KubernetesObject>> mapping) {
            sources.add(new Source<>(null, mapping));
            return this;
        }

        public Controller reconcile(Function<ControllerContext, Reconciler> factory) {
            return new Controller(name, component, sources, factory);
        }
    }
}
