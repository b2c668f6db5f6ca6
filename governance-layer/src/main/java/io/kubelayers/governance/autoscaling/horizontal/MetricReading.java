package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the metrics API said about one metric of an autoscaler. All values are in thousandths of the metric's unit. */
public sealed interface MetricReading {
    /**
     * A value per pod: Resource, ContainerResource and Pods metrics.
     *
     * @param samples by pod name; may lack pods and may name pods that are gone
     */
    record PerPod(Map<String, PodSample> samples) implements MetricReading {
        public PerPod {
            // hashed, since every pod is looked up; in the order given, so that runs repeat
            samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
        }
    }

    /**
     * The value of an Object metric.
     *
     * @param milliValue measured value
     */
    record OfObject(long milliValue) implements MetricReading {}

    /**
     * The values of all series of an External metric.
     *
     * @param milliValues at least one value; they are added up
     */
    record OfSeries(List<Long> milliValues) implements MetricReading {
        public OfSeries {
            milliValues = Absent.list(milliValues);
        }
    }

    /**
     * No reading.
     *
     * @param error what the metrics client said, such as {@code no metrics returned from resource metrics API}
     */
    record Unavailable(String error) implements MetricReading {}

    /**
     * One pod's value.
     *
     * @param timestamp end of the time it was measured over
     * @param window length of that time
     * @param milliValue measured value
     */
    record PodSample(Instant timestamp, Duration window, long milliValue) {}
}
