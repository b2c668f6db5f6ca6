package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The nodes and the pods on them at one moment. Immutable: {@link #with}, {@link #without}, {@link #withNode},
 * {@link #cordon} … give changed snapshots and share everything else, so a what-if costs as much as it changes.
 *
 * <p>Nodes are sorted by name in a {@link NodeTable}, found by name in a map that snapshots share. A change copies some 150
 * references of it for 5,000 nodes, and one {@link NodeInfo}. The node of each pod and the number of nodes that hold each
 * image are kept along in persistent maps.
 *
 * <p>Pods whose phase is Succeeded or Failed are not there: they hold nothing. Pods without a node that are nominated
 * to one are kept apart, see {@link #nominated}. Pods on nodes that are not known wait here until the node is.
 */
public final class Snapshot {
    private static final Snapshot EMPTY = new Snapshot(
            NodeTable.of(),
            new NodePositions(NodeTable.of()),
            new Topologies(NodeTable.of(), new NodePositions(NodeTable.of())),
            NameMap.empty(),
            HashTreePMap.empty(),
            PodIndex.EMPTY,
            PodsByNode.NONE,
            PodsByNode.NONE);

    private final NodeTable nodes;
    private final NodePositions positions;
    private final Topologies topologies;
    private final NameMap<String> homes;
    private final PMap<String, Integer> imageCounts;
    private final PodIndex index;
    private final PodsByNode nominated;
    private final PodsByNode homeless;

    private Snapshot(
            NodeTable nodes,
            NodePositions positions,
            Topologies topologies,
            NameMap<String> homes,
            PMap<String, Integer> imageCounts,
            PodIndex index,
            PodsByNode nominated,
            PodsByNode homeless) {
        this.nodes = nodes;
        this.positions = positions;
        this.topologies = topologies;
        this.homes = homes;
        this.imageCounts = imageCounts;
        this.index = index;
        this.nominated = nominated;
        this.homeless = homeless;
    }

    public static Snapshot empty() {
        return EMPTY;
    }

    /** These nodes with these pods on them. Pods that wait for a node are left out, unless one is nominated. */
    public static Snapshot of(Collection<Node> nodes, Collection<Pod> pods) {
        var infos = new NodeInfo[nodes.size()];
        int count = 0;
        PMap<String, Integer> images = HashTreePMap.empty();
        for (var node : nodes) {
            infos[count] = NodeInfo.of(node);
            images = count(images, infos[count++], 1);
        }
        Arrays.sort(infos, Comparator.comparing(NodeInfo::name));
        for (int i = 1; i < infos.length; i++) {
            if (infos[i].name().equals(infos[i - 1].name())) {
                throw new IllegalArgumentException("two nodes named " + infos[i].name());
            }
        }
        var bare = NodeTable.of(infos);
        var places = new NodePositions(bare);
        var snapshot = new Snapshot(
                bare,
                places,
                new Topologies(bare, places),
                NameMap.empty(),
                images,
                PodIndex.EMPTY,
                PodsByNode.NONE,
                PodsByNode.NONE);
        var podIndex = PodIndex.EMPTY;
        NameMap<String> homes = NameMap.empty();
        for (var pod : pods) {
            var info = PodInfo.of(pod);
            int index = info.isFinished() || info.node() == null ? -1 : snapshot.indexOf(info.node());
            if (index >= 0) {
                var before = infos[index].pod(info.key());
                podIndex = (before == null ? podIndex : podIndex.without(before)).with(info);
                infos[index] = infos[index].with(info);
                homes = homes.plus(info.key(), infos[index].name());
            } else if (!info.isFinished()) {
                snapshot = snapshot.aside(info);
            }
        }
        return new Snapshot(
                NodeTable.of(infos),
                snapshot.positions,
                snapshot.topologies,
                homes,
                images,
                podIndex,
                snapshot.nominated,
                snapshot.homeless);
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** The node at this place of the order by name. */
    public NodeInfo node(int index) {
        return nodes.get(index);
    }

    /** The nodes, by name. */
    public List<NodeInfo> nodes() {
        return nodes.asList();
    }

    /** The node of this name, or null. */
    public @Nullable NodeInfo node(String name) {
        int index = indexOf(name);
        return index < 0 ? null : nodes.get(index);
    }

    /** The place of the node of this name in the order by name, or a negative number. */
    public int indexOf(String name) {
        return positions.of(name);
    }

    /** The domains that the nodes' values of this label make. */
    public Topology topology(String key) {
        return topologies.by(key);
    }

    /** Each node as a domain of its own. */
    public Topology topologyOfNodes() {
        return topologies.byNode();
    }

    /** How many nodes hold this image. */
    public int nodesWithImage(String image) {
        return imageCounts.getOrDefault(image, 0);
    }

    /** How many volumes of pods on nodes use this claim ({@code namespace/name}). */
    public int usesOfClaim(String key) {
        return index.usesOfClaim(key);
    }

    /** The pods on nodes, those that are alike together. */
    public Collection<PodsOfShape> shapes() {
        return index.shapes();
    }

    /** Those of them that want other pods near or far, by requirement or preference. */
    public Collection<PodsOfShape> shapesWithAffinity() {
        return index.affine();
    }

    /** Those of them that must keep away from other pods. */
    public Collection<PodsOfShape> shapesWithRequiredAntiAffinity() {
        return index.averse();
    }

    /** Whether any pod waits for room that preemption makes. */
    public boolean hasNominated() {
        return !nominated.isEmpty();
    }

    /** The pods that wait for room on this node, made by preemption; they are not on it yet. */
    public Collection<PodInfo> nominated(String node) {
        return nominated.on(node);
    }

    /**
     * With this pod where {@code spec.nodeName} says or, if it has no node, nominated to
     * {@code status.nominatedNodeName}. Replaces the pod of that name there.
     */
    public Snapshot with(Pod pod) {
        return with(PodInfo.of(pod));
    }

    /** With this pod on this node. */
    public Snapshot with(Pod pod, String node) {
        return with(PodInfo.of(pod).on(node));
    }

    /** As {@link #with(Pod)}. */
    public Snapshot with(PodInfo pod) {
        if (pod.isFinished()) {
            return without(pod.key());
        }
        int index = pod.node() == null ? -1 : indexOf(pod.node());
        var home = homes.get(pod.key());
        if (index < 0) {
            return (home == null ? this : without(pod.key())).aside(pod);
        }
        var settled = home == null || home.equals(pod.node()) ? this : without(pod.key());
        var node = nodes.get(index);
        var before = home == null || settled != this ? null : node.pod(pod.key());
        return new Snapshot(
                settled.nodes.with(index, node.with(pod)),
                positions,
                topologies,
                before == null ? settled.homes.plus(pod.key(), null, node.name()) : homes,
                imageCounts,
                (before == null ? settled.index : this.index.without(before)).with(pod),
                settled.nominated.minus(pod.key()),
                settled.homeless.minus(pod.key()));
    }

    /** The pod is not on a node that is here: nominated to one, on one to come, or of no concern. */
    private Snapshot aside(PodInfo pod) {
        if (pod.node() != null) {
            return new Snapshot(
                    nodes,
                    positions,
                    topologies,
                    homes,
                    imageCounts,
                    index,
                    nominated.minus(pod.key()),
                    homeless.plus(pod.node(), pod));
        }
        var nomination = pod.pod().status().nominatedNodeName();
        var nominations = nomination == null ? nominated.minus(pod.key()) : nominated.plus(nomination, pod);
        return new Snapshot(nodes, positions, topologies, homes, imageCounts, index, nominations, homeless);
    }

    /** Without this pod, wherever it is. */
    public Snapshot without(Pod pod) {
        return without(PodInfo.keyOf(pod));
    }

    /** Without the pod of this {@link PodInfo#key}, wherever it is. */
    public Snapshot without(String key) {
        int at = home(key);
        var pod = at < 0 ? null : nodes.get(at).pod(key);
        var left = pod == null ? index : index.without(pod);
        var settled = new Snapshot(
                nodes,
                positions,
                topologies,
                homes.minus(key),
                imageCounts,
                left,
                nominated.minus(key),
                homeless.minus(key));
        return at < 0 ? settled : settled.replace(at, nodes.get(at).without(key));
    }

    /** The place of the node that the pod of this key is on, or a negative number. */
    private int home(String key) {
        var node = homes.get(key);
        return node == null ? -1 : indexOf(node);
    }

    /** The pod of this {@link PodInfo#key} if it is on a node. */
    public @Nullable PodInfo pod(String key) {
        int index = home(key);
        return index < 0 ? null : nodes.get(index).pod(key);
    }

    /** The pod of this {@link PodInfo#key} if it has a node, even one that is not here. */
    public @Nullable PodInfo assigned(String key) {
        var pod = pod(key);
        return pod == null ? homeless.get(key) : pod;
    }

    /** With this node added, or in place of the one of its name, which keeps its pods. */
    public Snapshot withNode(Node node) {
        int index = nodes.search(NodeInfo.nameOf(node));
        if (index >= 0) {
            return replace(index, nodes.get(index).withNode(node));
        }
        var info = NodeInfo.of(node);
        var waiting = homeless;
        var housed = homes;
        var indexed = this.index;
        for (var pod : homeless.on(info.name())) {
            info = info.with(pod);
            indexed = indexed.with(pod);
            waiting = waiting.minus(pod.key());
            housed = housed.plus(pod.key(), info.name());
        }
        return with(nodes.inserted(-(index + 1), info), housed, count(imageCounts, info, 1), indexed, waiting);
    }

    /** Without this node; its pods come back if it does. */
    public Snapshot withoutNode(String name) {
        int index = nodes.search(name);
        if (index < 0) {
            return this;
        }
        var gone = nodes.get(index);
        var waiting = homeless;
        var housed = homes;
        var indexed = this.index;
        for (var pod : gone.pods()) {
            indexed = indexed.without(pod);
            waiting = waiting.plus(name, pod);
            housed = housed.minus(pod.key());
        }
        return with(nodes.removed(index), housed, count(imageCounts, gone, -1), indexed, waiting);
    }

    private Snapshot with(
            NodeTable others,
            NameMap<String> housed,
            PMap<String, Integer> images,
            PodIndex indexed,
            PodsByNode waiting) {
        var places = new NodePositions(others);
        return new Snapshot(
                others, places, new Topologies(others, places), housed, images, indexed, nominated, waiting);
    }

    /** With this node closed for new pods, as {@code kubectl cordon} does. */
    public Snapshot cordon(String name) {
        return unschedulable(name, true);
    }

    /** With this node open for new pods again. */
    public Snapshot uncordon(String name) {
        return unschedulable(name, false);
    }

    private Snapshot unschedulable(String name, boolean closed) {
        int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no node named " + name);
        }
        var node = nodes.get(index).node();
        return withNode(node.withSpec(node.spec().withUnschedulable(closed)));
    }

    private Snapshot replace(int index, NodeInfo changed) {
        var before = nodes.get(index);
        if (before == changed) {
            return this;
        }
        var copy = nodes.with(index, changed);
        var images = before.node() == changed.node() ? imageCounts : count(count(imageCounts, before, -1), changed, 1);
        boolean sameLabels =
                before.labels() == changed.labels() || before.labels().equals(changed.labels());
        var domains = sameLabels ? topologies : new Topologies(copy, positions);
        return new Snapshot(copy, positions, domains, homes, images, this.index, nominated, homeless);
    }

    private static PMap<String, Integer> count(PMap<String, Integer> counts, NodeInfo node, int by) {
        var changed = counts;
        for (var image : node.images()) {
            int count = changed.getOrDefault(image, 0) + by;
            changed = count == 0 ? changed.minus(image) : changed.plus(image, count);
        }
        return changed;
    }
}
