package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;
import io.kubelayers.interfaces.expectation.AssumedMetrics;
import io.kubelayers.interfaces.expectation.AutoscalerTrial;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;

/** What an autoscaler of a test is asked; a target that is not there fails the test with a hint. */
record HpaQuestion(AutoscalerTrial trial) {
    static HpaQuestion of(Cluster cluster, HorizontalPodAutoscaler hpa, AssumedMetrics metrics) {
        return new HpaQuestion(AutoscalerTrial.of(cluster, hpa, metrics));
    }

    HpaDecision decide() {
        var hpa = trial.hpa();
        try {
            return trial.decide();
        } catch (IllegalArgumentException unknownKind) {
            throw new AssertionError("autoscaler " + ObjectName.of(hpa) + ": " + unknownKind.getMessage(), unknownKind);
        } catch (ApiException e) {
            var target = hpa.spec().scaleTargetRef();
            var name = new ObjectName(hpa.metadata().namespaceOrEmpty(), target.name());
            var there = trial.cluster().informers().lister(trial.targetType()).list().stream()
                    .map(object -> ObjectName.of(object).toString())
                    .toList();
            throw new AssertionError(
                    Mismatch.expected("autoscaler " + ObjectName.of(hpa) + " has the target " + target.kind() + " "
                                    + name)
                            .but(e.explain())
                            .hint(there.contains(name.toString()) ? "" : NearestName.hint(name.toString(), there))
                            .text(),
                    e);
        }
    }
}
