package io.kubelayers.testing;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Layer;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.KindRules;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A cluster in which nothing reacts, one for all tests of a class: it knows kinds, their defaults and their rules.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());
 * }</pre>
 */
public final class QuietCluster implements BeforeAllCallback, AfterAllCallback {
    private final Layer[] layers;
    private @Nullable Cluster cluster;

    private QuietCluster(Layer... layers) {
        this.layers = layers;
    }

    /** With these layers above the nucleus. */
    public static QuietCluster of(Layer... layers) {
        return new QuietCluster(layers);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        cluster = Cluster.builder().layers(layers).withoutControllers().start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        get().close();
    }

    /** The cluster. */
    public Cluster get() {
        if (cluster == null) {
            throw new IllegalStateException("the cluster starts with the first test");
        }
        return cluster;
    }

    /** An object as the API reads it, of a kind such as {@code {apiVersion: v1, kind: Pod}} with this content. */
    public KubernetesObject object(String kind, String content) {
        var yaml = kind.substring(0, kind.length() - 1) + ", " + content + "}";
        return Codec.of(get().types()).readAll(yaml, ReadOptions.strict()).get(0);
    }

    /** Those of the rules that are the object's. */
    @SuppressWarnings("unchecked") // a rule's type is that of its objects
    public static KindRules<KubernetesObject> rulesOf(KubernetesObject object, Collection<? extends KindRules<?>> all) {
        for (var rules : all) {
            if (rules.type().isInstance(object)) {
                return (KindRules<KubernetesObject>) rules;
            }
        }
        throw new IllegalArgumentException(object.getClass().getName());
    }
}
