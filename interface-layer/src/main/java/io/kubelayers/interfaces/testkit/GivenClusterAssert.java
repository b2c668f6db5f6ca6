package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;

/**
 * Asks what the scheduler would make of files: manifests, or a dump of a cluster.
 *
 * <pre>{@code
 * var shop = GivenCluster.read(Manifests.load(Path.of("nodes.yaml"), Path.of("k8s/shop")));
 * assertThat(shop).isAdmitted().schedulesAll().spreadOver("topology.kubernetes.io/zone", 1);
 * assertThat(shop).roomFor("shop/web-0").isAtLeast(10);
 * }</pre>
 */
public final class GivenClusterAssert extends AbstractAssert<GivenClusterAssert, GivenCluster> {
    private static final int MOST_REPLICAS = 100_000;
    private static final int MOST_NODES = 1_000;

    private final UnaryOperator<Scheduling> how;

    GivenClusterAssert(GivenCluster given) {
        this(given, scheduling -> scheduling);
    }

    private GivenClusterAssert(GivenCluster given, UnaryOperator<Scheduling> how) {
        super(given, GivenClusterAssert.class);
        this.how = how;
    }

    /** Asks by this profile instead of the default one. */
    public GivenClusterAssert by(Profile profile) {
        return new GivenClusterAssert(
                        actual, scheduling -> how.apply(scheduling).by(profile))
                .as(descriptionText());
    }

    /** Asks with preemption carried out. */
    public GivenClusterAssert evicting() {
        return new GivenClusterAssert(
                        actual, scheduling -> how.apply(scheduling).evicting())
                .as(descriptionText());
    }

    private Scheduling scheduling() {
        return how.apply(actual.scheduling());
    }

    /** The API server takes everything that is in the files. */
    public GivenClusterAssert isAdmitted() {
        if (!actual.refused().isEmpty()) {
            throw failure(
                    "%s",
                    Mismatch.expected("the API server takes all manifests")
                            .but("it refuses " + actual.refused().size() + ": "
                                    + String.join(
                                            "\n          ",
                                            actual.refused().stream()
                                                    .map(Object::toString)
                                                    .toList()))
                            .text());
        }
        return this;
    }

    /**
     * All pods that wait find a node.
     *
     * @return further assertions about where they go
     */
    public PlacementsAssert schedulesAll() {
        return new PlacementsAssert(isAdmitted().scheduling().placeAll(actual.waiting()))
                .as(descriptionText())
                .allScheduled();
    }

    /** How many pods like this one, which waits in the files, fit. */
    public CapacityAssert roomFor(String pod) {
        return new CapacityAssert(isAdmitted().scheduling().capacityFor(waiting(pod), MOST_REPLICAS))
                .as(descriptionText());
    }

    /** How many nodes of these shapes must be added so that all pods fit. */
    public FleetAssert needs(Node... shapes) {
        var left = List.of(shapes).stream().map(actual::afterDaemons).toList();
        return new FleetAssert(isAdmitted().scheduling().smallestFleet(left, actual.waiting(), MOST_NODES))
                .as(descriptionText());
    }

    private Pod waiting(String key) {
        var keys = actual.waiting().stream().map(PodInfo::keyOf).toList();
        int at = keys.indexOf(key.contains("/") ? key : "default/" + key);
        if (at < 0) {
            throw failure(
                    "%s",
                    Mismatch.expected("pod " + key + " waits")
                            .but("it does not")
                            .hint(NearestName.hint(key, keys))
                            .text());
        }
        return actual.waiting().get(at);
    }
}
