/**
 * The <a href="https://github.com/fabric8io/kubernetes-client">fabric8</a> client on a cluster of this process, unmodified
 * and without a socket, or on a served one; and its models as records and back.
 *
 * <pre>{@code
 * @KubelayersTest
 * class ReconcilerTest {
 *     @Test
 *     void the_operator_makes_a_deployment(Cluster cluster, KubernetesClient client) {
 *         new Operator(client).reconcile();
 *         cluster.settle();                       // controllers act when the test says so
 *         assertThat(client.pods().inNamespace("default").list().getItems()).hasSize(3);
 *     }
 * }
 * }</pre>
 *
 * <p>Needs {@code io.fabric8:kubernetes-client} 8, which the user of this package brings.
 */
@NullMarked
package io.kubelayers.interfaces.testkit.fabric8;

import org.jspecify.annotations.NullMarked;
