package io.kubelayers.interfaces.tour;

import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.tour.ChapterResult.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to one of the objects on its way in, and which controllers acted on it afterwards. */
final class PathChapter implements Chapter {
    /** What each stage of the API server asks, and which layer answers. */
    private static final Map<String, Part.Stop> STAGES = Map.of(
            "authenticate", new Part.Stop("nucleus", "authenticate", "who is it?"),
            "flow control", new Part.Stop("nucleus", "flow control", "is there room for one more request?"),
            "authorize", new Part.Stop("governance", "authorize", "may they? RBAC answers"),
            "route", new Part.Stop("nucleus", "route", "which kind is meant?"),
            "decode", new Part.Stop("nucleus", "decode", "read it, fill in defaults"),
            "mutate", new Part.Stop("governance", "mutate", "plugins change it, such as LimitRange defaults"),
            "validate", new Part.Stop("nucleus", "validate", "does every field follow the rules?"),
            "admit", new Part.Stop("governance", "admit", "do policies let it in? quota is charged"),
            "store", new Part.Stop("nucleus", "store", "kept, with a new revision; watchers are told"));

    @Override
    public String title() {
        return "One request through the layers";
    }

    @Override
    public String layer() {
        return "all layers";
    }

    @Override
    public ChapterResult run(TourContext tour) {
        var workload = OpeningChapter.traced(tour);
        if (workload.isEmpty()) {
            return ChapterResult.notHere("These manifests bring no workload to follow.");
        }
        var name = workload.get().metadata().nameOrEmpty();
        var stops = new ArrayList<Part.Stop>();
        stops.add(new Part.Stop("interface", "apply", "sends " + Names.key(workload.get())));
        for (var stage : tour.recorder().stages()) {
            var known = STAGES.get(stage.actor());
            stops.add(
                    known == null
                            ? stage
                            : new Part.Stop(known.layer(), known.actor(), known.what() + " (" + stage.what() + ")"));
        }
        var controllers = tour.recorder().controllers(name);
        stops.addAll(controllers);
        return new Story()
                .say("This is the way of " + Names.key(workload.get())
                        + ": first the stages of the API server, then the "
                        + "controllers that saw it or what was made of it. None of them calls another; each only watches "
                        + "the store and writes back through the same stages.")
                .show(new Part.LayerPath("The way of " + Names.key(workload.get()), List.copyOf(stops)))
                .end();
    }
}
