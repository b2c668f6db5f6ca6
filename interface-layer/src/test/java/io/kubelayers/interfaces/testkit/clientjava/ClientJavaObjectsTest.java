package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.interfaces.testkit.KubelayersDomain;
import io.kubelayers.interfaces.testkit.models.ModelMismatchException;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Pod;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** client-java's models become records and come back the same. */
class ClientJavaObjectsTest {
    private static V1Pod web() {
        return new V1Pod()
                .metadata(new V1ObjectMeta().name("web").namespace("shop").putLabelsItem("app", "web"))
                .spec(new V1PodSpec()
                        .addContainersItem(new V1Container()
                                .name("main")
                                .image("nginx:1")
                                .resources(new V1ResourceRequirements().putRequestsItem("cpu", new Quantity("250m")))
                                .livenessProbe(new V1Probe()
                                        .httpGet(new V1HTTPGetAction().path("/").port(new IntOrString("http"))))));
    }

    @Test
    void a_pod_that_does_not_say_its_kind_becomes_a_record() {
        Pod pod = Objects.from(web(), Pod.class);
        assertThat(pod.metadata().labels()).isEqualTo(Map.of("app", "web"));
        assertThat(pod.spec().containers().get(0).resources().requests().get("cpu"))
                .isEqualTo(io.kubelayers.nucleus.value.Quantity.parse("250m"));
    }

    @Test
    void a_record_becomes_a_pod() {
        var pod = Objects.to(Objects.from(web()), V1Pod.class);
        assertThat(pod.getApiVersion()).isEqualTo("v1");
        assertThat(pod.getKind()).isEqualTo("Pod");
        assertThat(Objects.from(pod)).isEqualTo(Objects.from(web()));
    }

    @Test
    void another_kind_is_refused() {
        assertThatThrownBy(() -> Objects.from(web(), ConfigMap.class))
                .isInstanceOf(ModelMismatchException.class)
                .hasMessage("a Pod is not a ConfigMap");
        assertThatThrownBy(() -> Objects.to(Objects.from(web()), V1ConfigMap.class))
                .isInstanceOf(ModelMismatchException.class);
    }

    @Property(tries = 100)
    @Domain(KubelayersDomain.class)
    void pods_come_back_the_same(@ForAll Pod pod) {
        assertThat(Objects.from(Objects.to(pod, V1Pod.class))).isEqualTo(pod);
    }
}
