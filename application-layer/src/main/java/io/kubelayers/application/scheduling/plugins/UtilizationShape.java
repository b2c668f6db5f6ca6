package io.kubelayers.application.scheduling.plugins;

import java.util.List;

/**
 * A line through points: how good it is to use so many percent of a resource. Upstream: {@code UtilizationShapePoint}
 * and {@code BuildBrokenLinearFunction} of {@code plugins/helper/shape_score.go}.
 *
 * @param points by rising utilization; left and right of them the line is level
 */
public record UtilizationShape(List<Point> points) {
    /**
     * @param utilization percent of the resource in use, 0 to 100
     * @param score 0 to 10
     */
    public record Point(int utilization, int score) {
        public Point {
            if (utilization < 0 || utilization > 100) {
                throw new IllegalArgumentException(
                        "utilization: Invalid value: " + utilization + ": not in valid range [0-100]");
            }
            if (score < 0 || score > 10) {
                throw new IllegalArgumentException("score: Invalid value: " + score + ": not in valid range [0-10]");
            }
        }
    }

    public UtilizationShape {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("shape: Required value: at least one point must be specified");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).utilization() <= points.get(i - 1).utilization()) {
                throw new IllegalArgumentException("shape[" + i + "].utilization: Invalid value: "
                        + points.get(i).utilization() + ": utilization values must be sorted in increasing order");
            }
        }
    }

    /** A line through two points, such as {@code (0, 0, 100, 10)}: the fuller the better. */
    public static UtilizationShape line(int utilization, int score, int toUtilization, int toScore) {
        return new UtilizationShape(List.of(new Point(utilization, score), new Point(toUtilization, toScore)));
    }

    /** The score, 0 to 100, of so many percent. */
    long at(long utilization) {
        for (int i = 0; i < points.size(); i++) {
            var right = points.get(i);
            if (utilization <= right.utilization()) {
                if (i == 0) {
                    return 10L * right.score();
                }
                var left = points.get(i - 1);
                return 10L * left.score()
                        + 10L
                                * (right.score() - left.score())
                                * (utilization - left.utilization())
                                / (right.utilization() - left.utilization());
            }
        }
        return 10L * points.get(points.size() - 1).score();
    }
}
