package io.kubelayers.interfaces.tour;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Report;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A cluster, an application, and the chapters that show what happens. The same seed gives the same text. */
public final class Tour {
    private final String name;
    private final List<KubernetesObject> objects;
    private final long seed;
    private final List<Chapter> chapters;

    private Tour(String name, Manifests manifests, long seed, List<Chapter> chapters) {
        this.name = name;
        this.objects = manifests.objects(
                TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));
        this.seed = seed;
        this.chapters = List.copyOf(chapters);
    }

    /** The tour of the shop, an application of this project's own. */
    public static Tour ofShop(long seed) {
        return of("the shop", shop(), seed);
    }

    /** The shop's manifests. */
    public static Manifests shop() {
        return Manifests.resource(Tour.class, "shop.yaml");
    }

    /**
     * The tour of any application.
     *
     * @param name what to call it
     * @throws io.kubelayers.nucleus.codec.DecodeException if a manifest can't be read
     */
    public static Tour of(String name, Manifests manifests, long seed) {
        return new Tour(name, manifests, seed, standardChapters());
    }

    /** All chapters in their order. */
    public static List<Chapter> standardChapters() {
        return List.of(
                new OpeningChapter(),
                new PathChapter(),
                new AccessChapter(),
                new LimitsChapter(),
                new PlacementChapter(),
                new RolloutChapter(),
                new RoutingChapter(),
                new DayChapter(),
                new DrainChapter(),
                new WhatIfChapter());
    }

    /**
     * Takes the tour.
     *
     * @param progress is told the title of each chapter before it begins
     * @param sections gets each chapter when it is done
     */
    public TourResult run(Consumer<String> progress, Consumer<Section> sections) {
        var application = ApplicationLayer.standard();
        var load = DayOfLoad.of(objects, seed);
        var governance = GovernanceLayer.standard().metrics(load.model(), MetricCatalog.EMPTY);
        var recorder = new Recorder(TourCluster.layers(application, governance));
        var told = new ArrayList<Section>();
        var facts = new ArrayList<String>();
        var problems = new ArrayList<String>();
        try (var cluster = TourCluster.start(application, governance, recorder, seed)) {
            var context = new TourContext(cluster, objects, recorder, seed);
            for (var chapter : chapters) {
                progress.accept(chapter.title());
                var result = chapter.run(context);
                facts.addAll(result.facts());
                problems.addAll(result.problems());
                tell(new Section(chapter.title(), chapter.layer(), result.parts()), told, sections);
            }
        }
        tell(summary(facts, problems), told, sections);
        return new TourResult(new Report("Kubelayers tour", "A day with " + name, told), problems);
    }

    private static void tell(Section section, List<Section> told, Consumer<Section> sections) {
        told.add(section);
        sections.accept(section);
    }

    private static Section summary(List<String> facts, List<String> problems) {
        var parts = new ArrayList<Part>();
        facts.forEach(fact -> parts.add(new Part.Sentence("- " + fact)));
        problems.forEach(problem -> parts.add(new Part.Sentence("! " + problem)));
        parts.add(new Part.Sentence(
                problems.isEmpty() ? "All is well." : problems.size() + " of the above should not be so."));
        return new Section("Summary", "all layers", parts);
    }
}
