package io.kubelayers.application.scheduling.extender;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What extenders are sent, as trees. Objects go without apiVersion and kind, as upstream's caches have them. */
final class Message {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    private Message() {}

    /** {@code ExtenderArgs}. */
    static Map<String, @Nullable Object> aboutNodes(PodInfo pod, List<NodeInfo> nodes, boolean namesOnly) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("Pod", tree(pod.pod()));
        message.put("Nodes", namesOnly ? null : nodeList(nodes));
        message.put("NodeNames", namesOnly ? nodes.stream().map(NodeInfo::name).toList() : null);
        return message;
    }

    private static Map<String, @Nullable Object> nodeList(List<NodeInfo> nodes) {
        var list = new LinkedHashMap<String, @Nullable Object>();
        list.put("metadata", new LinkedHashMap<String, Object>());
        list.put("items", nodes.stream().map(node -> tree(node.node())).toList());
        return list;
    }

    /** {@code ExtenderPreemptionArgs}. */
    static Map<String, @Nullable Object> aboutVictims(
            PodInfo pod, SortedMap<String, Victims> candidates, boolean uidsOnly) {
        var victims = new TreeMap<String, Object>();
        candidates.forEach((node, ofNode) -> victims.put(node, victims(ofNode, uidsOnly)));
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("Pod", tree(pod.pod()));
        message.put("NodeNameToVictims", uidsOnly ? null : victims);
        message.put("NodeNameToMetaVictims", uidsOnly ? victims : null);
        return message;
    }

    private static Map<String, Object> victims(Victims victims, boolean uidsOnly) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(
                "Pods",
                victims.pods().stream()
                        .map(pod -> uidsOnly ? uid(pod) : tree(pod.pod()))
                        .toList());
        tree.put("NumPDBViolations", victims.budgetViolations());
        return tree;
    }

    private static Map<String, @Nullable Object> uid(PodInfo pod) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("UID", textOrEmpty(pod.pod().metadata().uid()));
        return tree;
    }

    /** {@code ExtenderBindingArgs}. */
    static Map<String, @Nullable Object> aboutBinding(PodInfo pod, String node) {
        var metadata = pod.pod().metadata();
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("PodName", metadata.nameOrEmpty());
        message.put("PodNamespace", pod.namespace());
        message.put("PodUID", textOrEmpty(metadata.uid()));
        message.put("Node", node);
        return message;
    }

    private static String textOrEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, @Nullable Object> tree(KubernetesObject object) {
        var tree = new LinkedHashMap<>(CODEC.toTree(object));
        tree.remove("apiVersion");
        tree.remove("kind");
        return tree;
    }
}
