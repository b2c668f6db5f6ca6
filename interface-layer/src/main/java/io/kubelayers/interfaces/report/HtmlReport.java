package io.kubelayers.interfaces.report;

import io.kubelayers.nucleus.explain.Render;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes a report as one HTML page that needs nothing else: styles and pictures are inside, nothing is fetched. */
public final class HtmlReport {
    private static final Pattern WORD_IN_NAME = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    static final String STYLE = resource("report.css");

    private HtmlReport() {}

    /** The page, well-formed as XML too. */
    public static String render(Report report) {
        var page = new Markup().open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("title", report.title());
        page.open("style").raw(STYLE).close().close().open("body").open("main");
        page.open("header")
                .leaf("h1", report.title())
                .leaf("p", report.subtitle())
                .close();
        contents(page, report);
        for (int i = 0; i < report.sections().size(); i++) {
            section(page, i + 1, report.sections().get(i));
        }
        return "<!DOCTYPE html>\n" + page.close().close().close() + "\n";
    }

    private static void contents(Markup page, Report report) {
        page.open("nav").open("ol");
        for (int i = 0; i < report.sections().size(); i++) {
            page.open("li")
                    .leaf("a", report.sections().get(i).title(), "href", "#s" + (i + 1))
                    .close();
        }
        page.close().close();
    }

    private static void section(Markup page, int number, Section section) {
        page.open("section", "id", "s" + number);
        page.open("h2").text(number + ". " + section.title() + " ");
        page.leaf("span", section.layer(), "class", "layer").close();
        for (var part : section.parts()) {
            part(page, part);
        }
        page.close();
    }

    private static void part(Markup page, Part part) {
        if (part instanceof Part.Sentence sentence) {
            page.leaf("p", sentence.text());
        } else if (part instanceof Part.Because because) {
            page.leaf("pre", Render.text(because.finding()).stripTrailing());
        } else if (part instanceof Part.Grid grid) {
            grid(page, grid);
        } else if (part instanceof Part.LineChart chart) {
            page.raw(LineChartSvg.figure(chart));
        } else if (part instanceof Part.NodeMap map) {
            page.raw(NodeMapSvg.draw(map));
        } else if (part instanceof Part.Packing packing) {
            page.raw(PackingSvg.figure(packing));
        } else if (part instanceof Part.LayerPath path) {
            page.raw(LayerPathSvg.draw(path));
        }
    }

    /** Plugins have long names and narrow columns: a line may end within a name. */
    private static void header(Markup page, String header) {
        page.open("th");
        var words = WORD_IN_NAME.split(header, -1);
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                page.empty("wbr");
            }
            page.text(words[i]);
        }
        page.close();
    }

    private static void grid(Markup page, Part.Grid grid) {
        page.open("div", "class", "wide").open("table").open("thead").open("tr");
        for (var header : grid.headers()) {
            header(page, header);
        }
        page.close().close().open("tbody");
        for (var row : grid.rows()) {
            page.open("tr");
            for (var cell : row) {
                page.leaf("td", cell);
            }
            page.close();
        }
        page.close().close().close();
    }

    private static String resource(String name) {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
