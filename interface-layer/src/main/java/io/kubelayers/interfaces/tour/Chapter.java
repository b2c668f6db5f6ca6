package io.kubelayers.interfaces.tour;

/** One stop of the tour. Acts on the cluster and tells what happened. */
public interface Chapter {
    /** What it is about. */
    String title();

    /** The layer of Kubernetes that acts. */
    String layer();

    /** Acts and tells. A chapter that the application gives no occasion for says so in one sentence. */
    ChapterResult run(TourContext tour);
}
