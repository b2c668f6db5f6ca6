package io.kubelayers.interfaces.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

public class HtmlReportTest {
    /** The page as XML; fails if it is not well-formed. */
    public static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
    }

    @Test
    void thePageIsWellFormedAndFetchesNothing() throws Exception {
        var page = HtmlReport.render(Reports.REPORT);
        var elements = parsed(page).getElementsByTagName("*");
        var links = new ArrayList<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            assertThat(element.getTagName()).isNotIn("script", "link", "img", "iframe", "object");
            links.add(element.getAttribute("href"));
            assertThat(element.getAttribute("src")).isEmpty();
        }
        assertThat(links).allMatch(link -> link.isEmpty() || link.startsWith("#"));
        assertThat(page).doesNotContain("http://", "https://", "@import");
        // a chart's clip path is in the page itself
        assertThat(page).doesNotContainPattern("url\\((?!#chart)");
    }

    @Test
    void aShapeEndsInsideItsPicture() throws Exception {
        var rectangles = parsed(HtmlReport.render(Reports.REPORT)).getElementsByTagName("rect");
        assertThat(rectangles.getLength()).isGreaterThan(5);
        for (int i = 0; i < rectangles.getLength(); i++) {
            var rectangle = (Element) rectangles.item(i);
            double right = Double.parseDouble(rectangle.getAttribute("x"))
                    + Double.parseDouble(rectangle.getAttribute("width"));
            assertThat(right).isLessThanOrEqualTo(860);
        }
    }

    @Test
    void textIsEscaped() {
        assertThat(HtmlReport.render(Reports.REPORT))
                .contains("Less &lt; more &amp; &quot;so&quot;.")
                .contains("too &lt;much&gt;");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Part.Grid(java.util.List.of("A", "B"), java.util.List.of(java.util.List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has 1 cells under 2 headers: [1]");
    }
}
