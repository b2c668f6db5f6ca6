package io.kubelayers.governance.quota;

import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether objects fit the quotas and limit ranges of their namespaces, one after the other, with the pods and claims that
 * controllers will make of them. A pure function over manifests: no cluster, and nothing is written.
 *
 * <pre>{@code
 * var plan = QuotaPlan.of(Manifests.load(Path.of("release")).objects(types), now);
 * plan.fits();              // false
 * plan.firstMisfit();       // Deployment shop/web: pod 3 of 4: … exceeded quota: team, requested: pods=1, …
 * }</pre>
 *
 * @param items what was decided about each object, in its order
 * @param quotas the quotas as they would be used afterwards, misfits left out
 */
public record QuotaPlan(List<Item> items, List<ResourceQuota> quotas) implements Explained {
    /** Nodes on which a DaemonSet is taken to run if nothing else is said. */
    public static final int NODES = 1;

    public QuotaPlan {
        items = List.copyOf(items);
        quotas = List.copyOf(quotas);
    }

    /**
     * What was decided about one object of the manifests.
     *
     * @param object kind, namespace and name
     * @param fits whether it and all that is made of it fits
     * @param text what does not fit and why, or that all does
     * @param charged what it is charged for in all, by quota name, as far as it fits
     * @param why the decision that refused it, or the last one
     */
    public record Item(String object, boolean fits, String text, Map<String, Quantity> charged, Finding why) {}

    /**
     * Plans for manifests that bring their own quotas and limit ranges, which hold for all other objects, wherever they stand.
     *
     * @param now decides about pods that are on their way out
     */
    public static QuotaPlan of(List<? extends KubernetesObject> manifests, Instant now) {
        var quotas = new ArrayList<ResourceQuota>();
        var ranges = new ArrayList<LimitRange>();
        var others = new ArrayList<KubernetesObject>();
        for (var object : manifests) {
            if (object instanceof ResourceQuota quota) {
                quotas.add(quota);
            } else if (object instanceof LimitRange range) {
                ranges.add(range);
            } else {
                others.add(object);
            }
        }
        return of(quotas, ranges, others, NODES, now);
    }

    /**
     * Plans.
     *
     * @param quotas quotas with what is used so far in their status; one without a status has nothing used
     * @param ranges limit ranges of the same namespaces
     * @param objects what is to be created, in this order
     * @param nodes nodes on which each DaemonSet runs
     * @param now decides about pods that are on their way out
     */
    public static QuotaPlan of(
            List<ResourceQuota> quotas,
            List<LimitRange> ranges,
            List<? extends KubernetesObject> objects,
            int nodes,
            Instant now) {
        var planning = new QuotaPlanning(quotas, ranges, nodes, now);
        for (var object : objects) {
            planning.add(object);
        }
        return planning.plan();
    }

    public boolean fits() {
        return firstMisfit().isEmpty();
    }

    /** The first object that does not fit. */
    public Optional<Item> firstMisfit() {
        return items.stream().filter(item -> !item.fits()).findFirst();
    }

    /** The share of each limit that would be used, by quota and name: {@code shop/team requests.cpu}. */
    public Map<String, Double> shares() {
        var shares = new TreeMap<String, Double>();
        for (var quota : quotas) {
            quota.status().hard().forEach((name, hard) -> {
                var used = quota.status().used().getOrDefault(name, Quantity.ZERO);
                double share = hard.isZero() ? (used.isZero() ? 0 : 1) : used.toDouble() / hard.toDouble();
                shares.put(
                        quota.metadata().namespaceOrEmpty() + "/"
                                + quota.metadata().nameOrEmpty() + " " + name,
                        share);
            });
        }
        return shares;
    }

    @Override
    public String explain() {
        return firstMisfit()
                .map(item -> "the first that does not fit is " + item.object() + ": " + item.text())
                .orElse("all " + items.size() + " objects fit");
    }

    @Override
    public Finding finding() {
        var root = fits() ? Finding.pass("quota.plan", "", explain()) : Finding.fail("quota.plan", "", explain());
        for (var item : items) {
            var line = item.fits()
                    ? Finding.pass("quota.plan.object", item.object(), item.text())
                    : Finding.fail("quota.plan.object", item.object(), item.text())
                            .because(item.why());
            root = root.because(item.charged().isEmpty() ? line : line.input("charged", Amounts.text(item.charged())));
        }
        for (var quota : quotas) {
            root = root.because(Finding.note(
                            "quota.plan.quota",
                            quota.metadata().namespaceOrEmpty() + "/"
                                    + quota.metadata().nameOrEmpty(),
                            "used " + Amounts.text(quota.status().used()))
                    .input("hard", Amounts.text(quota.status().hard())));
        }
        return root;
    }
}
