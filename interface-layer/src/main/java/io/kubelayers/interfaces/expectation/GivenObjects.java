package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects that an expectation is about and that the cluster need not have.
 *
 * @param object one written in place, as a tree
 * @param files files and folders
 */
record GivenObjects(@Nullable Object object, List<Path> files) {
    /** The objects, with namespace {@code default} where they need one and name none. */
    List<KubernetesObject> in(Cluster cluster) {
        var all = new ArrayList<KubernetesObject>();
        try {
            if (object != null) {
                all.add(Codec.of(cluster.types())
                        .decode(Tree.map(object), ReadOptions.strict())
                        .value());
            }
            all.addAll(Manifests.load(files.toArray(Path[]::new)).objects(cluster.types()));
        } catch (DecodeException | UncheckedIOException bad) {
            throw new IllegalArgumentException(bad.getMessage(), bad);
        }
        all.replaceAll(one -> placed(cluster, one));
        return all;
    }

    private static KubernetesObject placed(Cluster cluster, KubernetesObject object) {
        var metadata = object.metadata();
        boolean homeless = cluster.types().typeOf(object).namespaced()
                && metadata.namespaceOrEmpty().isEmpty();
        return homeless ? object.withMetadata(metadata.withNamespace("default")) : object;
    }

    /** {@code pod dev/web}, or the files. */
    String describe() {
        if (object == null) {
            return String.join(", ", files.stream().map(Path::toString).toList());
        }
        var name = Tree.text(object, "metadata", "name");
        var namespace = Tree.get(object, "metadata", "namespace");
        return Tree.text(object, "kind") + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
