package io.kubelayers.interfaces.cli;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** Objects of manifests for commands that decide without a cluster. */
final class PlainManifests {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    /** The namespaces that every cluster has. */
    private static final Set<String> SYSTEM = Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    private PlainManifests() {}

    /**
     * The objects of the files and folders.
     *
     * @param namespace where objects go that need a namespace and name none
     * @throws CommandLine.ParameterException if one can't be read
     */
    static List<KubernetesObject> read(CommandLine command, List<String> files, String namespace) {
        return of(ManifestFiles.read(command, files), namespace);
    }

    /** The objects of manifests that are read already. */
    static List<KubernetesObject> of(Manifests manifests, String namespace) {
        return manifests.objects(TYPES).stream()
                .map(object -> placed(object, namespace))
                .toList();
    }

    /**
     * The manifests, before them the namespaces that objects are in and that none of them brings: those of one
     * application seldom do, and a question about its policies is not one about its namespace.
     */
    static Manifests withNamespaces(Manifests manifests, String namespace) {
        var missing = new TreeSet<String>();
        var brought = new TreeSet<String>(SYSTEM);
        for (var object : of(manifests, namespace)) {
            if (object instanceof Namespace one) {
                brought.add(one.metadata().nameOrEmpty());
            } else if (object.metadata().namespace() != null) {
                missing.add(object.metadata().namespaceOrEmpty());
            }
        }
        missing.removeAll(brought);
        if (missing.isEmpty()) {
            return manifests;
        }
        var yaml = new StringBuilder();
        for (var name : missing) {
            yaml.append("---\n{apiVersion: v1, kind: Namespace, metadata: {name: \"")
                    .append(name)
                    .append("\"}}\n");
        }
        return Manifests.of("namespaces that are named", yaml.toString()).and(manifests);
    }

    private static KubernetesObject placed(KubernetesObject object, String namespace) {
        boolean namespaced =
                TYPES.byClass(object.getClass()).map(ResourceType::namespaced).orElse(false);
        var metadata = object.metadata();
        return namespaced && metadata.namespace() == null
                ? object.withMetadata(metadata.withNamespace(namespace))
                : object;
    }
}
