package io.kubelayers.application.scheduling.extender;

import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.ExtenderException;
import io.kubelayers.application.scheduling.framework.ExtenderVerdict;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Container;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An extender that is asked by messages. Upstream: {@code HTTPExtender} of {@code scheduler/extender.go}. */
public final class WireExtender implements Extender {
    private final ExtenderSettings settings;
    private final ExtenderTransport transport;
    private final Set<Verb> verbs;
    private final Set<String> managed;

    private WireExtender(ExtenderSettings settings, ExtenderTransport transport) {
        this.settings = settings;
        this.transport = transport;
        this.verbs = verbs(settings);
        this.managed = settings.managedResources().stream()
                .map(ManagedResource::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static WireExtender of(ExtenderSettings settings, ExtenderTransport transport) {
        return new WireExtender(settings, transport);
    }

    private static Set<Verb> verbs(ExtenderSettings settings) {
        var verbs = EnumSet.noneOf(Verb.class);
        add(verbs, Verb.FILTER, settings.filterVerb());
        add(verbs, Verb.PRIORITIZE, settings.prioritizeVerb());
        add(verbs, Verb.PREEMPT, settings.preemptVerb());
        add(verbs, Verb.BIND, settings.bindVerb());
        return Set.copyOf(verbs);
    }

    private static void add(Set<Verb> verbs, Verb verb, String path) {
        if (!path.isEmpty()) {
            verbs.add(verb);
        }
    }

    @Override
    public String name() {
        return settings.urlPrefix();
    }

    @Override
    public Set<Verb> verbs() {
        return verbs;
    }

    @Override
    public boolean isIgnorable() {
        return settings.ignorable();
    }

    @Override
    public int weight() {
        return settings.weight();
    }

    @Override
    public boolean isInterested(PodInfo pod) {
        return managed.isEmpty()
                || wants(pod.spec().containers())
                || wants(pod.spec().initContainers());
    }

    private boolean wants(List<Container> containers) {
        for (var container : containers) {
            var resources = container.resources();
            if (resources.requests().keySet().stream().anyMatch(managed::contains)
                    || resources.limits().keySet().stream().anyMatch(managed::contains)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ExtenderVerdict filter(PodInfo pod, List<NodeInfo> nodes) {
        var answer =
                Answer.object(send(settings.filterVerb(), Message.aboutNodes(pod, nodes, settings.nodeCacheCapable())));
        if (!answer.text("Error").isEmpty()) {
            throw new ExtenderException(answer.text("Error"));
        }
        var accepted = new ArrayList<String>();
        if (settings.nodeCacheCapable() && answer.has("NodeNames")) {
            accepted.addAll(answer.texts("NodeNames"));
        } else {
            for (var node : answer.part("Nodes").parts("items")) {
                accepted.add(node.part("metadata").text("name"));
            }
        }
        return new ExtenderVerdict(
                accepted, answer.textsByName("FailedNodes"), answer.textsByName("FailedAndUnresolvableNodes"));
    }

    @Override
    public Map<String, Long> prioritize(PodInfo pod, List<NodeInfo> nodes) {
        var scores = new HashMap<String, Long>();
        var json = send(settings.prioritizeVerb(), Message.aboutNodes(pod, nodes, settings.nodeCacheCapable()));
        for (var score : Answer.list(json)) {
            scores.put(score.text("Host"), score.number("Score"));
        }
        return scores;
    }

    @Override
    public SortedMap<String, Victims> preempt(PodInfo pod, SortedMap<String, Victims> candidates, Snapshot snapshot) {
        var message = Message.aboutVictims(pod, candidates, settings.nodeCacheCapable());
        var answer = Answer.object(send(settings.preemptVerb(), message));
        var left = new TreeMap<String, Victims>();
        answer.partsByName("NodeNameToMetaVictims").forEach((name, victims) -> {
            var node = snapshot.node(name);
            if (node == null) {
                throw new ExtenderException("claims to preempt on node \"" + name + "\", which is not there");
            }
            var pods = new ArrayList<PodInfo>();
            victims.parts("Pods").forEach(victim -> pods.add(victim(node, victim.text("UID"))));
            left.put(name, new Victims(pods, (int) victims.number("NumPDBViolations")));
        });
        return left;
    }

    private PodInfo victim(NodeInfo node, String uid) {
        for (var pod : node.pods()) {
            if (uid.equals(pod.pod().metadata().uid())) {
                return pod;
            }
        }
        throw new ExtenderException("extender: " + name() + " claims to preempt pod (UID: " + uid + ") on node: "
                + node.name() + ", but the pod is not found on that node");
    }

    @Override
    public void bind(PodInfo pod, String node) {
        var answer = Answer.object(send(settings.bindVerb(), Message.aboutBinding(pod, node)));
        if (!answer.text("Error").isEmpty()) {
            throw new ExtenderException(answer.text("Error"));
        }
    }

    private String send(String verb, Map<String, @Nullable Object> message) {
        return transport.post(verb, settings.urlPrefix().replaceAll("/+$", "") + "/" + verb, Codec.json(message));
    }
}
