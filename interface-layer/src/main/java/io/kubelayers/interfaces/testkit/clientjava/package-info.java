/**
 * The <a href="https://github.com/kubernetes-client/java">client-java</a> client on a cluster of this process, unmodified
 * and without a socket, or on a served one; and its models as records and back.
 *
 * <pre>{@code
 * @KubelayersTest
 * class AdmissionTest {
 *     @Test
 *     void a_pod_is_defaulted(ApiClient client) throws ApiException {
 *         var created = new CoreV1Api(client).createNamespacedPod("default", pod).execute();
 *         assertThat(created.getSpec().getServiceAccountName()).isEqualTo("default");
 *     }
 * }
 * }</pre>
 *
 * <p>Needs {@code io.kubernetes:client-java}, which the user of this package brings.
 */
@NullMarked
package io.kubelayers.interfaces.testkit.clientjava;

import org.jspecify.annotations.NullMarked;
