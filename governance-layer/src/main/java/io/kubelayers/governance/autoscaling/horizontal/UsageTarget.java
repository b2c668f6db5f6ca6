package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a metric with a value per pod is compared with (upstream {@code metrics/utilization.go}). */
sealed interface UsageTarget {
    /** How the samples compare with the target. */
    Usage usageOf(Map<String, PodSample> samples) throws MetricFailure;

    /** The value assumed of a pod without a sample when its lack must not shrink the workload. */
    long cautiousValue(String pod);

    /**
     * Measured usage.
     *
     * @param ratio measured / wanted
     * @param milliAverage average per pod, in thousandths
     * @param utilization percent of the requests; null where no percentage is wanted
     */
    record Usage(double ratio, long milliAverage, @Nullable Integer utilization) {}

    /**
     * A percentage of the requests.
     *
     * @param percent wanted utilization
     * @param milliRequests requests by pod name
     */
    record OfRequests(int percent, Map<String, Long> milliRequests) implements UsageTarget {
        @Override
        public Usage usageOf(Map<String, PodSample> samples) throws MetricFailure {
            long used = 0;
            long requested = 0;
            int pods = 0;
            for (var sample : samples.entrySet()) {
                var request = milliRequests.get(sample.getKey());
                if (request == null) {
                    continue; // a sample of a pod that is gone
                }
                used += sample.getValue().milliValue();
                requested += request;
                pods++;
            }
            if (requested == 0) {
                throw new MetricFailure("no metrics returned matched known pods");
            }
            int utilization = (int) (used * 100 / requested);
            return new Usage((double) utilization / percent, used / pods, utilization);
        }

        @Override
        public long cautiousValue(String pod) {
            // all of the request, or the target where that is more than all of it
            return milliRequests.getOrDefault(pod, 0L) * Math.max(100, percent) / 100;
        }
    }

    /**
     * An average per pod.
     *
     * @param milliValue wanted average
     */
    record Average(long milliValue) implements UsageTarget {
        @Override
        public Usage usageOf(Map<String, PodSample> samples) {
            long used = 0;
            for (var sample : samples.values()) {
                used += sample.milliValue();
            }
            long average = used / samples.size();
            return new Usage((double) average / milliValue, average, null);
        }

        @Override
        public long cautiousValue(String pod) {
            return milliValue;
        }
    }
}
