package io.kubelayers.interfaces.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LineChartSvgTest {
    private static final Part.Line WANTED = new Part.Line(
            "wanted", true, List.of(new Part.Point(0, 1), new Part.Point(3600, 4), new Part.Point(7200, 2)));
    private static final Part.Line READY = new Part.Line(
            "ready", false, List.of(new Part.Point(0, 1), new Part.Point(3700, 4), new Part.Point(7200, 2)));
    private static final Part.LineChart REPLICAS = new Part.LineChart("Replicas", "pods", List.of(WANTED, READY));

    @Test
    void showsTitleLegendTimesAndValues() throws Exception {
        assertThat(texts(LineChartSvg.figure(REPLICAS)))
                .contains("Replicas (pods)", "wanted", "ready", "0", "1:00", "2:00", "4");
    }

    @Test
    void oneLineNeedsNoLegend() throws Exception {
        var alone = new Part.LineChart("Load", "cores", List.of(READY));
        assertThat(texts(LineChartSvg.figure(alone))).contains("Load (cores)").doesNotContain("ready");
    }

    @Test
    void aStepHoldsItsValueUntilTheNextPoint() throws Exception {
        var corners = lines(LineChartSvg.figure(REPLICAS)).stream()
                .map(path -> Stream.of(path.strip().split(" ?[ML]"))
                        .skip(1)
                        .distinct()
                        .count())
                .toList();
        assertThat(corners).containsExactly(5L, 3L);
    }

    @Test
    void theSameChartIsTheSameText() {
        assertThat(LineChartSvg.figure(REPLICAS)).isEqualTo(LineChartSvg.figure(REPLICAS));
        assertThat(ChartFile.svg(List.of(REPLICAS, REPLICAS))).isEqualTo(ChartFile.svg(List.of(REPLICAS, REPLICAS)));
    }

    @Test
    void namesOfUsersStayText() throws Exception {
        var name = "<a href=\"javascript:alert(1)\">#cpu</a> & url(#x)";
        var chart = new Part.LineChart(name, "cores", List.of(new Part.Line(name, true, WANTED.points()), READY));
        var figure = LineChartSvg.figure(chart);
        assertThat(HtmlReportTest.parsed(figure).getElementsByTagName("a").getLength())
                .isZero();
        // a legend breaks long names
        assertThat(texts(figure)).contains(name + " (cores)", "#cpu</a> & url(#x)");
    }

    @Test
    void nothingToShowIsAnEmptyPicture() throws Exception {
        var empty = new Part.LineChart("Load", "cores", List.of(new Part.Line("cpu", false, List.of())));
        assertThat(lines(LineChartSvg.figure(empty))).isEmpty();
        var still = new Part.LineChart(
                "Load", "cores", List.of(new Part.Line("cpu", false, List.of(new Part.Point(0, 0)))));
        assertThat(texts(LineChartSvg.figure(still))).contains("Load (cores)");
        assertThat(texts(ChartFile.svg(List.of(empty, REPLICAS)))).contains("Replicas (pods)");
    }

    @Test
    void whatHasNoLineIsNoChart() {
        assertThatThrownBy(() -> new Part.LineChart("Load", "cores", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the chart Load has no line");
        assertThatThrownBy(() -> ChartFile.svg(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no chart to draw");
    }

    /** What draws each line. */
    private static List<String> lines(String svg) throws Exception {
        var paths = HtmlReportTest.parsed(svg).getElementsByTagName("path");
        return IntStream.range(0, paths.getLength())
                .mapToObj(i -> ((Element) paths.item(i)).getAttribute("d"))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static List<String> texts(String svg) throws Exception {
        var texts = HtmlReportTest.parsed(svg).getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent().strip())
                .toList();
    }
}
