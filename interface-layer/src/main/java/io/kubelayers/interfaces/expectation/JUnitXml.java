package io.kubelayers.interfaces.expectation;

import com.google.common.xml.XmlEscapers;
import io.kubelayers.interfaces.expectation.ExpectationReport.Result;
import java.time.Duration;
import java.util.Locale;

/**
 * The results in the XML of JUnit as Surefire's schema has it: a test case for each expectation, its file as the class,
 * times in seconds.
 */
final class JUnitXml {
    private JUnitXml() {}

    static String write(ExpectationReport report) {
        var out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"kubelayers\" tests=\"")
                .append(report.results().size())
                .append("\" failures=\"")
                .append(report.missed().size())
                .append("\" errors=\"0\" skipped=\"0\" time=\"")
                .append(seconds(report.results().stream().map(Result::took).reduce(Duration.ZERO, Duration::plus)))
                .append("\">\n");
        for (var result : report.results()) {
            var place = result.expectation().place();
            int line = place.lastIndexOf(':');
            out.append("  <testcase name=\"")
                    .append(attribute(result.expectation().name()))
                    .append("\" classname=\"")
                    .append(attribute(line < 0 ? place : place.substring(0, line)))
                    .append("\" time=\"")
                    .append(seconds(result.took()))
                    .append('"');
            if (result.answer().met()) {
                out.append("/>\n");
            } else {
                out.append(">\n    <failure message=\"")
                        .append(attribute(result.answer().found()))
                        .append("\" type=\"missed\">")
                        .append(XmlEscapers.xmlContentEscaper().escape(place + "\n" + result.explain()))
                        .append("</failure>\n  </testcase>\n");
            }
        }
        return out.append("</testsuite>\n").toString();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }

    private static String attribute(String text) {
        return XmlEscapers.xmlAttributeEscaper().escape(text);
    }
}
