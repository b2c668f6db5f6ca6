package io.kubelayers.application.routing;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A class of Ingresses and the controller that handles them.
 *
 * @param metadata the usual object metadata
 * @param spec Controller and settings of the class.
 */
@Kind(
        group = "networking.k8s.io",
        version = "v1",
        plural = "ingressclasses",
        scope = Scope.CLUSTER,
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Controller"),
            @Column(name = "Parameters"),
            @Column(name = "Age")
        })
@RecordBuilder
public record IngressClass(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
        implements KubernetesObject, IngressClassBuilder.With {
    public IngressClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public IngressClass withMetadata(ObjectMeta metadata) {
        return IngressClassBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Controller of an IngressClass and where its settings are.
     *
     * @param controller Domain-prefixed path naming the controller, up to 250 characters; cannot change.
     * @param parameters Object with further settings for the controller; null if none.
     */
    @TypeName("IngressClassSpec")
    @RecordBuilder
    public record Spec(@Immutable @Pb(1) @Nullable String controller, @Pb(2) @Nullable ParametersReference parameters)
            implements IngressClassSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null);

        public Spec {
            controller = Absent.optional(controller);
        }
    }

    /**
     * Names the object that holds settings of an IngressClass.
     *
     * @param apiGroup API group of the object; null means the core group.
     * @param kind Kind of the object.
     * @param name Name of the object.
     * @param scope Cluster or Namespace; null means Cluster.
     * @param namespace Namespace of the object; required for scope Namespace, else null.
     */
    @TypeName("IngressClassParametersReference")
    @RecordBuilder
    public record ParametersReference(
            @Pb(1) @Nullable String apiGroup,
            @Required @Pb(2) String kind,
            @Required @Pb(3) String name,
            @Written @Pb(4) @Nullable String scope,
            @Pb(5) @Nullable String namespace)
            implements IngressClassParametersReferenceBuilder.With {
        public ParametersReference {
            kind = Absent.text(kind);
            name = Absent.text(name);
        }
    }
}
