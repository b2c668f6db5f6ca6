package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.interfaces.scheduling.GivenCluster.Refusal;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Located;
import io.kubelayers.nucleus.codec.ReadLimits;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Sorts what is in files into what a cluster has and what it is to get. */
final class ClusterFiles {
    /** Dumps of large clusters are large. */
    private static final ReadOptions OPTIONS = ReadOptions.warn()
            .acceptingUnknownKinds()
            .withLimits(ReadLimits.FILE.withMaxLength(Integer.MAX_VALUE).withMaxDocuments(Integer.MAX_VALUE));

    private final List<KubernetesObject> stored = new ArrayList<>();
    private final List<Located> manifests = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> placed = new ArrayList<>();
    private final List<Pod> waiting = new ArrayList<>();
    private final List<KubernetesObject> others = new ArrayList<>();

    private ClusterFiles() {}

    static GivenCluster read(Manifests texts, Consumer<String> listener) {
        var files = new ClusterFiles();
        var types =
                TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);
        var codec = Codec.of(types);
        for (var text : texts.texts()) {
            listener.accept("reading " + text.source());
            for (var one : codec.readAllLocated(text.text(), OPTIONS.named(text.source()))) {
                files.sort(one);
            }
        }
        return files.cluster(listener);
    }

    private void sort(Located one) {
        if (!one.value().metadata().uidOrEmpty().isEmpty()) {
            stored.add(one.value()); // a cluster of another version may know other fields
        } else if (one.warnings().isEmpty()) {
            manifests.add(one);
        } else {
            for (var warning : one.warnings()) {
                refused.add(new Refusal(
                        warning.location().source() + ":" + warning.location().line(), warning.text()));
            }
        }
    }

    private GivenCluster cluster(Consumer<String> listener) {
        if (manifests.isEmpty()) {
            stored.forEach(this::add);
            return new GivenCluster(nodes, placed, waiting, others, refused);
        }
        listener.accept("admitting " + manifests.size() + " manifests");
        try (var admission = Admission.given(stored, refused::add)) {
            admission.admit(manifests);
            stored.stream().filter(object -> !admission.replaces(object)).forEach(this::add);
            int dumped = others.size();
            admission.admitted().forEach(this::add);
            listener.accept("making the pods of workloads");
            admission.expand(nodes).forEach(this::add);
            others.addAll(admission.provided());
            Collections.rotate(others, -dumped); // of two with one name the last counts, and a dump knows best
        }
        return new GivenCluster(nodes, placed, waiting, others, refused);
    }

    private void add(KubernetesObject object) {
        if (object instanceof Node node) {
            nodes.add(node);
        } else if (!(object instanceof Pod pod)) {
            others.add(object);
        } else if (pod.spec().nodeName() != null) {
            placed.add(pod);
        } else if (!PodInfo.isFinished(pod) && !pod.metadata().isBeingDeleted()) {
            waiting.add(pod);
        }
    }
}
