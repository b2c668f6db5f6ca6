package io.kubelayers.interfaces.expectation;

import com.google.common.xml.XmlEscapers;

/** The results in the XML of JUnit: a test case for each expectation, its file as the class. */
final class JUnitXml {
    private JUnitXml() {}

    static String write(ExpectationReport report) {
        var out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"kubelayers\" tests=\"")
                .append(report.results().size())
                .append("\" failures=\"")
                .append(report.missed().size())
                .append("\" errors=\"0\" skipped=\"0\">\n");
        for (var result : report.results()) {
            var place = result.expectation().place();
            int line = place.lastIndexOf(':');
            out.append("  <testcase name=\"")
                    .append(attribute(result.expectation().name()))
                    .append("\" classname=\"")
                    .append(attribute(line < 0 ? place : place.substring(0, line)))
                    .append('"');
            if (result.answer().met()) {
                out.append("/>\n");
            } else {
                out.append(">\n    <failure message=\"")
                        .append(attribute(result.answer().found()))
                        .append("\">")
                        .append(XmlEscapers.xmlContentEscaper().escape(place + "\n" + result.explain()))
                        .append("</failure>\n  </testcase>\n");
            }
        }
        return out.append("</testsuite>\n").toString();
    }

    private static String attribute(String text) {
        return XmlEscapers.xmlAttributeEscaper().escape(text);
    }
}
