package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.expectation.Expectations;
import io.kubelayers.interfaces.report.HtmlReport;
import io.kubelayers.interfaces.report.TextReport;
import io.kubelayers.interfaces.tour.Tour;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.DecodeException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers tour}: starts a cluster, applies an application and shows what Kubernetes does about it. */
@Command(
        name = "tour",
        description = {
            "Start a cluster, apply an application and watch all layers at work.",
            "Without files it is the shop, an application that comes along."
        },
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "Manifests in YAML or JSON, or folders of them.")
    private List<Path> places = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "Write a page with pictures there.")
    private @Nullable Path report;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chance: the same number gives the same tour. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var tour = tour();
        var result = tour.run(
                title -> {
                    err.println("... " + title);
                    err.flush();
                },
                section -> {
                    out.print(TextReport.render(section));
                    out.flush();
                });
        if (report != null) {
            WrittenFile.write(spec.commandLine(), report, HtmlReport.render(result.report()));
            out.println("Report: " + report);
        }
        return result.problems().isEmpty() ? 0 : 1;
    }

    private Tour tour() {
        if (places.isEmpty()) {
            return Tour.ofShop(seed);
        }
        var name = places.stream().map(place -> place.getFileName().toString()).collect(Collectors.joining(", "));
        try {
            var manifests = new Manifests(List.of());
            for (var place : places) {
                manifests = manifests.and(Expectations.manifests(place));
            }
            if (manifests.texts().isEmpty()) {
                throw new CommandLine.ParameterException(spec.commandLine(), "no .yaml, .yml or .json file in " + name);
            }
            return Tour.of(name, manifests, seed);
        } catch (UncheckedIOException | DecodeException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
