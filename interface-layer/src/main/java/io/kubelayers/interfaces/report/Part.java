package io.kubelayers.interfaces.report;

import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/** One piece of a section, in the order of reading. */
public sealed interface Part {
    /** A paragraph. */
    record Sentence(String text) implements Part {}

    /** A decision with its reasons. */
    record Because(Finding finding) implements Part {}

    /**
     * A table.
     *
     * @param rows as long as the headers each
     */
    record Grid(List<String> headers, List<List<String>> rows) implements Part {
        public Grid {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException(
                            "a row has " + row.size() + " cells under " + headers.size() + " headers: " + row);
                }
            }
        }
    }

    /**
     * Values over time.
     *
     * @param title what is shown
     * @param unit of the values, such as {@code replicas}
     * @param lines drawn on one scale, at least one
     */
    record LineChart(String title, String unit, List<Line> lines) implements Part {
        public LineChart {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("the chart " + title + " has no line");
            }
        }
    }

    /**
     * One line of a chart.
     *
     * @param stepped whether the value holds until the next point instead of gliding there
     * @param points in the order of time
     */
    record Line(String name, boolean stepped, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A value at a time, in seconds since the start of the chart. */
    record Point(long second, double value) {}

    /** Nodes as boxes with their pods in them. */
    record NodeMap(String title, List<NodeBox> nodes) implements Part {
        public NodeMap {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node.
     *
     * @param note such as its zone
     * @param cpuShare requested share of its CPU, 0 to 1
     * @param memoryShare requested share of its memory, 0 to 1
     */
    record NodeBox(String name, String note, double cpuShare, double memoryShare, boolean open, List<PodBox> pods) {
        public NodeBox {
            pods = List.copyOf(pods);
        }
    }

    /**
     * A pod.
     *
     * @param group what it belongs to; pods of a group have one colour
     * @param ready whether it serves
     */
    record PodBox(String name, String group, boolean ready) {}

    /**
     * Nodes as bars, one for each resource, with their pods as boxes as wide as what they request.
     *
     * @param resources what is shown, such as {@code cpu}
     */
    record Packing(String title, List<String> resources, List<PackedNode> nodes) implements Part {
        public Packing {
            resources = List.copyOf(resources);
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node that is packed.
     *
     * @param note such as its zone
     * @param pods in the order in which they lie
     */
    record PackedNode(String name, String note, List<PackedPod> pods) {
        public PackedNode {
            pods = List.copyOf(pods);
        }

        /** The requested share of a resource, the one at that place. */
        public double share(int resource) {
            double sum = 0;
            for (var pod : pods) {
                sum += pod.shares().get(resource);
            }
            return sum;
        }
    }

    /**
     * A pod in a node.
     *
     * @param group what it belongs to; pods of a group have one colour
     * @param shares what it requests of each resource of the node, 0 to 1
     * @param isNew whether it was put there just now
     */
    record PackedPod(String name, String group, List<Double> shares, boolean isNew) {
        public PackedPod {
            shares = List.copyOf(shares);
        }
    }

    /** Stops on a way through the layers. */
    record LayerPath(String title, List<Stop> stops) implements Part {
        public LayerPath {
            stops = List.copyOf(stops);
        }
    }

    /**
     * One stop.
     *
     * @param layer the layer that acts
     * @param actor the part of it, such as {@code authorize}
     * @param what what it did
     */
    record Stop(String layer, String actor, String what) {}
}
