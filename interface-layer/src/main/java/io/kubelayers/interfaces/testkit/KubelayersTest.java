package io.kubelayers.interfaces.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test that has a parameter of type {@link io.kubelayers.nucleus.cluster.Cluster} a fresh, settled cluster of
 * all layers, and closes it afterwards.
 *
 * <pre>{@code
 * @KubelayersTest(nodes = 3, manifests = "shop.yaml")
 * class ShopTest {
 *     @Test
 *     void web_is_spread(Cluster cluster) { … }
 *
 *     @Test
 *     @KubelayersTest(nodes = 1)   // the method's description takes the place of the class's
 *     void web_is_squeezed(Cluster cluster) { … }
 * }
 * }</pre>
 *
 * <p>A parameter of fabric8's type {@code KubernetesClient} or client-java's {@code ApiClient} gets such a client, in
 * process, as the administrator of the test's cluster; it is closed with it. What fabric8's clients know of kinds they learn
 * once for all tests of a class, which is most of what a short test costs.
 *
 * <p>{@code @BeforeEach} and {@code @AfterEach} methods may take the cluster too: it is the same one as the test's. What
 * this annotation can't say, a {@link ClusterCustomizer} or a static method marked {@link ClusterSetup} can.
 *
 * <p>When a test fails, its message tells the seed of the cluster, which replays it.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KubelayersExtension.class)
public @interface KubelayersTest {
    /** How many nodes there are: {@code node-1}, {@code node-2} … */
    int nodes() default 3;

    /** CPU of each node. */
    String cpu() default "4";

    /** Memory of each node. */
    String memory() default "16Gi";

    /** Zones of the nodes, dealt out in turn; none for nodes without a zone. */
    String[] zones() default {"a", "b", "c"};

    /**
     * YAML or JSON applied at the start, in this order: resources of the class path, relative to the test class or
     * absolute with a leading slash. Objects without a namespace go to {@code default}, as with kubectl.
     */
    String[] manifests() default {};

    /**
     * Seeds uids, generated names, jitter and tie-breaks. The JUnit configuration parameter {@code kubelayers.seed}, also
     * as a system property, overrides it for all tests: another seed in each nightly build finds what holds by luck only.
     */
    long seed() default 1;

    /** Whether controllers act in an order drawn by the seed instead of a fair one. */
    boolean shuffled() default false;

    /** When virtual time begins. */
    String start() default "2026-01-01T00:00:00Z";

    /** What else to do to the cluster before it starts; each needs a constructor without parameters. */
    Class<? extends ClusterCustomizer>[] customizers() default {};
}
