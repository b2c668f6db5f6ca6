package io.kubelayers.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.batch.CronJobRules;
import io.kubelayers.application.discovery.EndpointSliceRules;
import io.kubelayers.application.discovery.EndpointsRules;
import io.kubelayers.application.routing.IngressRules;
import io.kubelayers.application.workloads.WorkloadRules;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.testing.QuietCluster;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authors of this layer's kinds are warned of when they make an object, and when they change one. */
class ApplicationWarningsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            emptyValue = "",
            textBlock =
                    """
            names are warned of when a slice is made | {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice} | - | addressType: FQDN, endpoints: [{addresses: [a.example]}] | spec.addressType: FQDN endpoints are deprecated
            but not when it changes | {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice} | addressType: FQDN, endpoints: [] | addressType: FQDN, endpoints: [{addresses: [a.example]}] | ~~
            addresses are plain | {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice} | addressType: IPv4, endpoints: [] | addressType: IPv4, endpoints: [{addresses: [010.0.0.1]}] | endpoints[0].addresses[0]: non-standard IP address "010.0.0.1" will be considered invalid in a future Kubernetes release: use "10.0.0.1"
            those of the controller are not looked at | {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice} | - | metadata: {labels: {endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io}}, addressType: IPv4, endpoints: [{addresses: [010.0.0.1]}] | ~~
            nor those of the one that mirrors | {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice} | - | metadata: {labels: {endpointslice.kubernetes.io/managed-by: endpointslicemirroring-controller.k8s.io}}, addressType: IPv4, endpoints: [{addresses: [010.0.0.1]}] | ~~
            addresses of endpoints are plain | {apiVersion: v1, kind: Endpoints} | - | subsets: [{addresses: [{ip: 010.0.0.1}]}] | subsets[0].addresses[0].ip: non-standard IP address "010.0.0.1" will be considered invalid in a future Kubernetes release: use "10.0.0.1"
            unless the controller keeps them | {apiVersion: v1, kind: Endpoints} | - | metadata: {labels: {endpoints.kubernetes.io/managed-by: endpoint-controller}}, subsets: [{addresses: [{ip: 010.0.0.1}]}] | ~~
            the annotation of a class is out of use | {apiVersion: networking.k8s.io/v1, kind: Ingress} | - | metadata: {annotations: {kubernetes.io/ingress.class: nginx}} | annotation "kubernetes.io/ingress.class" is deprecated, please use 'spec.ingressClassName' instead
            but may stand beside the field | {apiVersion: networking.k8s.io/v1, kind: Ingress} | - | metadata: {annotations: {kubernetes.io/ingress.class: nginx}}, spec: {ingressClassName: nginx} | ~~
            and may stay | {apiVersion: networking.k8s.io/v1, kind: Ingress} | metadata: {} | metadata: {annotations: {kubernetes.io/ingress.class: nginx}} | ~~
            a new template is looked at | {apiVersion: v1, kind: ReplicationController} | - | metadata: {name: a}, spec: {template: {spec: {containers: [], nodeSelector: {beta.kubernetes.io/os: linux}}}} | spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead
            of a change it is the template there was | {apiVersion: v1, kind: ReplicationController} | spec: {template: {spec: {containers: [], nodeSelector: {beta.kubernetes.io/os: linux}}}} | metadata: {generation: 2}, spec: {template: {spec: {containers: []}}} | spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead
            not the one there will be | {apiVersion: v1, kind: ReplicationController} | spec: {template: {spec: {containers: []}}} | metadata: {generation: 2}, spec: {template: {spec: {containers: [], nodeSelector: {beta.kubernetes.io/os: linux}}}} | ~~
            of deployments it is the one there will be | {apiVersion: apps/v1, kind: Deployment} | spec: {template: {spec: {containers: []}}, selector: {}} | metadata: {generation: 2}, spec: {selector: {}, template: {spec: {containers: [], nodeSelector: {beta.kubernetes.io/os: linux}}}} | spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead
            if anything changed | {apiVersion: apps/v1, kind: Deployment} | spec: {template: {spec: {containers: []}}, selector: {}} | spec: {selector: {}, template: {spec: {containers: [], nodeSelector: {beta.kubernetes.io/os: linux}}}} | ~~
            history that is kept for good | {apiVersion: apps/v1, kind: StatefulSet} | spec: {selector: {}, template: {spec: {containers: []}}} | spec: {selector: {}, template: {spec: {containers: []}}, revisionHistoryLimit: -1} | spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended
            odd claims that are asked for | {apiVersion: apps/v1, kind: StatefulSet} | - | spec: {selector: {}, template: {spec: {containers: []}}, volumeClaimTemplates: [{spec: {resources: {requests: {storage: 500m}}}}]} | spec.volumeClaimTemplates[0].resources.requests[storage]: fractional byte value "500m" is invalid, must be an integer
            each time and by another name | {apiVersion: apps/v1, kind: StatefulSet} | spec: {selector: {}, template: {spec: {containers: []}}} | spec: {selector: {}, template: {spec: {containers: []}}, volumeClaimTemplates: [{spec: {resources: {requests: {storage: 500m}}}}]} | spec.volumeClaimTemplates[0].Spec.resources.requests[storage]: fractional byte value "500m" is invalid, must be an integer
            a zone in a schedule that was there | {apiVersion: batch/v1, kind: CronJob} | spec: {schedule: TZ=UTC 0 * * * *, jobTemplate: {}} | spec: {schedule: TZ=UTC 1 * * * *, jobTemplate: {}} | cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details
            """)
    void isWarnedOf(String sentence, String kind, @Nullable String old, String content, String warnings) {
        var object = CLUSTER.object(kind, content);
        var before = old == null ? null : CLUSTER.object(kind, old);

        assertThat(String.join("; ", rules(object).warnings(object, before)))
                .as(sentence)
                .isEqualTo(warnings);
    }

    @Test
    void addressesOfIngressesArePlain() {
        var ingress = CLUSTER.object(
                "{apiVersion: networking.k8s.io/v1, kind: Ingress}",
                "status: {loadBalancer: {ingress: [{hostname: h}, {ip: 010.0.0.1}]}}");

        assertThat(rules(ingress).statusWarnings(ingress))
                .containsExactly(
                        "status.loadBalancer.ingress[1]: non-standard IP address \"010.0.0.1\" will be considered"
                                + " invalid in a future Kubernetes release: use \"10.0.0.1\"");
    }

    private static KindRules<KubernetesObject> rules(KubernetesObject object) {
        var all = new ArrayList<>(WorkloadRules.all());
        all.addAll(List.of(new EndpointSliceRules(), new EndpointsRules(), new IngressRules(), new CronJobRules()));
        return QuietCluster.rulesOf(object, all);
    }
}
