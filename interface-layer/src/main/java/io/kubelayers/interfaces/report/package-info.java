/**
 * A report as data, and its two renderings: text for a terminal and one self-contained HTML page.
 *
 * <pre>{@code
 * var section = new Section("Who may do what", "governance", List.of(
 *         new Part.Sentence("A user without a role asks for secrets."),
 *         new Part.Because(refusal.finding())));
 * TextReport.render(section);
 * HtmlReport.render(new Report("Tour", "the shop", List.of(section)));
 * }</pre>
 *
 * <p>Whatever a section says it says in both; pictures have a textual twin.
 */
@NullMarked
package io.kubelayers.interfaces.report;

import org.jspecify.annotations.NullMarked;
