package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.report.HtmlReport;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Report;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.interfaces.report.SvgPicture;
import io.kubelayers.interfaces.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the scheduler's answer is told: text or JSON, and as a page or picture beside it. */
final class SchedulingOutput {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as an HTML page with pictures too.")
    private @Nullable Path html;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw nodes and pods as an SVG picture too.")
    private @Nullable Path svg;

    /** Refuses formats that there are not, before anything takes long. */
    void check() {
        if (!format.equals("text") && !format.equals("json")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "unknown output format \"" + format + "\"; there are text, json");
        }
    }

    void write(String title, String subtitle, List<Section> sections, Supplier<String> json) {
        var out = spec.commandLine().getOut();
        if (format.equals("json")) {
            out.println(json.get());
        } else {
            var texts = sections.stream().map(TextReport::render).toList();
            out.print(String.join("", texts).stripTrailing() + "\n");
        }
        out.flush();
        if (html != null) {
            WrittenFile.write(spec.commandLine(), html, HtmlReport.render(new Report(title, subtitle, sections)));
        }
        if (svg != null) {
            WrittenFile.write(spec.commandLine(), svg, picture(sections));
        }
    }

    /** The last picture: that of the end. */
    private static String picture(List<Section> sections) {
        var picture = "";
        for (var section : sections) {
            for (var part : section.parts()) {
                if (part instanceof Part.Packing packing) {
                    picture = SvgPicture.draw(packing);
                }
            }
        }
        return picture;
    }
}
