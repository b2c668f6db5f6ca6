package io.kubelayers.interfaces.report;

import java.util.List;

/**
 * A chapter of a report.
 *
 * @param title what it is about
 * @param layer the layer of Kubernetes that acts in it
 * @param parts what it says
 */
public record Section(String title, String layer, List<Part> parts) {
    public Section {
        parts = List.copyOf(parts);
    }
}
