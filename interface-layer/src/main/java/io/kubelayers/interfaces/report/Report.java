package io.kubelayers.interfaces.report;

import java.util.List;

/**
 * A whole report.
 *
 * @param title its name
 * @param subtitle what it is about
 * @param sections in the order of reading
 */
public record Report(String title, String subtitle, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }
}
