/**
 * The tour: a cluster is started, an application is applied to it, and everything Kubernetes does about it is shown as it
 * happens, with the reasons.
 *
 * <pre>{@code
 * Tour tour = Tour.ofShop(42);
 * TourResult result = tour.run(section -> System.out.print(TextReport.render(section)), title -> {});
 * HtmlReport.render(result.report());
 * }</pre>
 *
 * <p>Each {@link io.kubelayers.interfaces.tour.Chapter} is one class; it acts on the live cluster and tells what the
 * cluster answered. Nothing it prints is made up: refusals are the API's, placements the scheduler's, numbers the cluster's.
 */
@NullMarked
package io.kubelayers.interfaces.tour;

import org.jspecify.annotations.NullMarked;
