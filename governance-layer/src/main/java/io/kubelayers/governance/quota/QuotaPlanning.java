package io.kubelayers.governance.quota;

import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.limitrange.LimitRangeDefaults;
import io.kubelayers.governance.limitrange.LimitRangeMath;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.pod.PodRules;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects a {@link QuotaPlan}, object by object. */
final class QuotaPlanning {
    private final List<ResourceQuota> quotas = new ArrayList<>();
    private final List<LimitRange> ranges = new ArrayList<>();
    private final List<QuotaPlan.Item> items = new ArrayList<>();
    private final PodRules pods = new PodRules();
    private final int nodes;
    private final Instant now;

    QuotaPlanning(List<ResourceQuota> quotas, List<LimitRange> ranges, int nodes, Instant now) {
        quotas.forEach(quota -> this.quotas.add(counted(quota)));
        ranges.forEach(range -> this.ranges.add(LimitRangeDefaults.of(range)));
        this.nodes = nodes;
        this.now = now;
    }

    /** With the status that the controller would have given it by now. */
    private static ResourceQuota counted(ResourceQuota quota) {
        var used = new TreeMap<String, Quantity>();
        quota.spec()
                .hard()
                .keySet()
                .forEach(name -> used.put(name, quota.status().used().getOrDefault(name, Amounts.zero())));
        return quota.withStatus(new ResourceQuota.Status(quota.spec().hard(), used));
    }

    QuotaPlan plan() {
        return new QuotaPlan(items, quotas);
    }

    void add(KubernetesObject object) {
        var charged = new TreeMap<String, Quantity>();
        var name = name(object);
        var refusal = admit(object, charged);
        if (refusal != null) {
            items.add(new QuotaPlan.Item(name, false, refusal.explain(), charged, refusal.finding()));
            return;
        }
        var made = WorkloadObjects.of(object, nodes);
        var counts = new TreeMap<String, Integer>();
        made.forEach(one -> counts.merge(kind(one), 1, Integer::sum));
        var seen = new TreeMap<String, Integer>();
        for (var one : made) {
            int number = seen.merge(kind(one), 1, Integer::sum);
            refusal = admit(one, charged);
            if (refusal != null) {
                var which = kind(one) + " " + number + " of " + counts.get(kind(one)) + ": ";
                items.add(new QuotaPlan.Item(name, false, which + refusal.explain(), charged, refusal.finding()));
                return;
            }
        }
        items.add(new QuotaPlan.Item(name, true, "fits", charged, Finding.pass("quota.admit", name, "fits")));
    }

    /** Enters an object into the quotas; the refusal if it does not fit. */
    private @Nullable Explained admit(KubernetesObject object, Map<String, Quantity> charged) {
        var namespace = object.metadata().namespaceOrEmpty();
        var bound = withinBounds(object, namespace);
        if (bound.refusal() != null) {
            return bound.refusal();
        }
        var decision = QuotaMath.admit(QuotaRequest.create(bound.object()), of(namespace), now);
        if (!decision.allowed()) {
            return decision;
        }
        for (var update : decision.updates()) {
            for (int i = 0; i < quotas.size(); i++) {
                if (sameName(quotas.get(i), update)) {
                    quotas.set(i, update);
                }
            }
        }
        var most = new TreeMap<String, Quantity>();
        decision.checks().forEach(check -> most.putAll(check.requested()));
        most.forEach((name, amount) -> charged.merge(name, amount, Quantity::add));
        return null;
    }

    private record Bound(KubernetesObject object, @Nullable Explained refusal) {}

    /** As limit ranges leave it: filled in, and refused if it is out of bounds. */
    private Bound withinBounds(KubernetesObject object, String namespace) {
        var own = ranges.stream()
                .filter(range -> range.metadata().namespaceOrEmpty().equals(namespace))
                .toList();
        if (object instanceof Pod pod) {
            var filled = LimitRangeMath.applyDefaults(pods.defaulted(pod), own).pod();
            // the server would have made up the end of the name by now
            var named = filled.withMetadata(filled.metadata().withName(QuotaRequest.nameOf(filled)));
            var decision = LimitRangeMath.check(named, own);
            return new Bound(filled, decision.allowed() ? null : decision);
        }
        if (object instanceof PersistentVolumeClaim claim) {
            var decision = LimitRangeMath.check(claim, own);
            return new Bound(claim, decision.allowed() ? null : decision);
        }
        return new Bound(object, null);
    }

    private List<ResourceQuota> of(String namespace) {
        return quotas.stream()
                .filter(quota -> quota.metadata().namespaceOrEmpty().equals(namespace))
                .toList();
    }

    private static boolean sameName(KubernetesObject one, KubernetesObject other) {
        return one.metadata().namespaceOrEmpty().equals(other.metadata().namespaceOrEmpty())
                && one.metadata().nameOrEmpty().equals(other.metadata().nameOrEmpty());
    }

    private static String kind(KubernetesObject object) {
        var kind = object.getClass().getAnnotation(Kind.class);
        return kind == null || kind.kind().isEmpty() ? object.getClass().getSimpleName() : kind.kind();
    }

    private static String name(KubernetesObject object) {
        var namespace = object.metadata().namespaceOrEmpty();
        return kind(object) + " " + (namespace.isEmpty() ? "" : namespace + "/")
                + object.metadata().nameOrEmpty();
    }
}
