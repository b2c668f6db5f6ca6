/**
 * A test kit for whoever relies on a cluster's decisions: JUnit 5 gives each test a cluster of its own, assertions ask it
 * what it would do, and a failed one prints why.
 *
 * <pre>{@code
 * @KubelayersTest(nodes = 3, manifests = "shop.yaml")
 * class ShopTest {
 *     @Test
 *     void the_web_shop_survives_the_rush(Cluster cluster) {
 *         assertThat(cluster).schedules(pod).onNodeWith(zone("a"));
 *         assertThat(cluster).user("jane").in("shop").cannot("delete", "pods");
 *         assertThat(cluster).request(tooLarge).isRejectedBy(quota("shop"));
 *         assertThat(cluster).hpa("shop/web").atLoad("cpu", "900m").recommends(5);
 *         assertThat(cluster).after(Duration.ofMinutes(5)).deployment("shop/web").isAvailable();
 *     }
 * }
 * }</pre>
 *
 * <p>Asking changes nothing: questions are answered by pure decisions or by a fork of the cluster, so assertions can be
 * added, removed and reordered without changing what follows.
 *
 * <p>Needs JUnit 5 and AssertJ; {@link io.kubelayers.interfaces.testkit.KubelayersArbitraries} and the contracts of
 * plugins also need jqwik. Nothing else of the product uses this package.
 */
@NullMarked
package io.kubelayers.interfaces.testkit;

import org.jspecify.annotations.NullMarked;
