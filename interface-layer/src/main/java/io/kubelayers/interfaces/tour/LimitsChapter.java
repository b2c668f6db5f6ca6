package io.kubelayers.interfaces.tour;

import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ResourceQuota bounds a namespace, LimitRange each container in it. */
final class LimitsChapter implements Chapter {
    private static final String REQUESTS = "requests.";

    @Override
    public String title() {
        return "How much is too much";
    }

    @Override
    public String layer() {
        return "governance";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var quotas = tour.own(ResourceQuota.class);
        var limits = tour.own(LimitRange.class);
        if (quotas.isEmpty() && limits.isEmpty()) {
            return ChapterResult.notHere(
                    "These manifests bring no ResourceQuota and no LimitRange: nothing is bounded but by the nodes.");
        }
        var story = new Story();
        for (var limit : limits) {
            defaults(tour, limit, story);
            maximum(tour, limit, story);
        }
        for (var quota : quotas) {
            used(quota, story);
            exceed(tour, quota, story);
        }
        return story.end();
    }

    /** What a pod gets that says nothing; a dry run, so nothing is kept. */
    private static void defaults(TourContext tour, LimitRange limits, Story story) {
        var pod = SamplePod.requesting(Names.namespace(limits), "modest", Map.of());
        try {
            var made = tour.cluster().client().on(Pod.class).create(pod, RequestOptions.dryRunOnly());
            story.say("A container that says nothing about resources gets from LimitRange " + Names.key(limits)
                    + ": requests " + ResourceList.text(PodResources.requests(made)) + ", limits "
                    + ResourceList.text(PodResources.limits(made)) + ".");
        } catch (ApiException refused) {
            story.say("A container that says nothing about resources is refused: " + refused.explain())
                    .why(refused);
        }
    }

    private static void maximum(TourContext tour, LimitRange limits, Story story) {
        for (var item : limits.spec().limits()) {
            var cpu = item.max().get("cpu");
            if (cpu != null && !item.type().equals("PersistentVolumeClaim")) {
                refusal(tour, limits.metadata().namespaceOrEmpty(), "cpu", twice(cpu), "limit range", story);
                return;
            }
        }
    }

    private static void used(ResourceQuota quota, Story story) {
        var rows = new ArrayList<List<String>>();
        quota.spec().hard().forEach((name, hard) -> {
            var used = quota.status().used().get(name);
            rows.add(List.of(name, used == null ? "not counted yet" : used.toString(), hard.toString()));
        });
        story.say("ResourceQuota " + Names.key(quota) + " counts what its namespace uses:")
                .table(List.of("Resource", "Used", "Hard"), rows);
    }

    /** Asks for as much as the quota has in all, of which some is used already. */
    private static void exceed(TourContext tour, ResourceQuota quota, Story story) {
        for (var entry : quota.spec().hard().entrySet()) {
            var name = entry.getKey();
            if (name.startsWith(REQUESTS)) {
                var resource = name.substring(REQUESTS.length());
                // a LimitRange would refuse one container of this size first, so many share it
                refusal(tour, Names.namespace(quota), resource, entry.getValue(), "quota", story);
                return;
            }
        }
    }

    private static void refusal(
            TourContext tour, String namespace, String resource, Quantity amount, String by, Story story) {
        var pod = SamplePod.shared(namespace, "greedy", resource, amount, by.equals("quota") ? 12 : 1);
        try {
            tour.cluster().client().on(Pod.class).create(pod, RequestOptions.dryRunOnly());
            story.say("A pod that asks for " + resource + " " + amount + " is let in.");
        } catch (ApiException refused) {
            story.say("A pod that asks for " + resource + " " + amount + " gets " + refused.code() + ": "
                            + refused.explain())
                    .why(refused)
                    .fact("denied by " + by + ": " + refused.explain());
        }
    }

    private static Quantity twice(Quantity amount) {
        return amount.add(amount);
    }
}
