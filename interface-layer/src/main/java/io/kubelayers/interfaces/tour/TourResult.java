package io.kubelayers.interfaces.tour;

import io.kubelayers.interfaces.report.Report;
import java.util.List;

/**
 * What a tour showed.
 *
 * @param report all chapters and the summary
 * @param problems what should have worked and did not
 */
public record TourResult(Report report, List<String> problems) {
    public TourResult {
        problems = List.copyOf(problems);
    }
}
