package io.kubelayers.nucleus.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.kubelayers.nucleus.meta.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeRegistryTest {
    private final TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL);

    @Test
    void aResourceIsWhatItsKindAnnotationSays() {
        ResourceType pods = types.byClass(Pod.class).orElseThrow();
        assertThat(pods.apiVersion()).isEqualTo("v1");
        assertThat(pods.kind()).isEqualTo("Pod");
        assertThat(pods.listKind()).isEqualTo("PodList");
        assertThat(pods.plural()).isEqualTo("pods");
        assertThat(pods.singular()).isEqualTo("pod");
        assertThat(pods.shortNames()).containsExactly("po");
        assertThat(pods.categories()).containsExactly("all");
        assertThat(pods.namespaced()).isTrue();
        assertThat(pods.dynamic()).isFalse();
        assertThat(pods.fieldSelectors()).contains("spec.nodeName", "status.phase");
        assertThat(pods.columns().get(0)).isEqualTo(new TableColumn("Name", "string", "name", "", 0, ""));
        assertThat(pods.subresource("binding")).map(SubresourceType::kind).contains("Binding");
        assertThat(pods.subresource("scale")).isEmpty();
        assertThat(types.byClass(Node.class).orElseThrow().scope()).isEqualTo(Scope.CLUSTER);
    }

    @ParameterizedTest(name = "kubectl get {0} means {1}")
    @CsvSource({
        "pods, pods",
        "pod, pods",
        "po, pods",
        "Pod, pods",
        "PODS, pods",
        "events, events",
        "ev, events",
        "events.events.k8s.io, events.events.k8s.io",
        "events.v1.events.k8s.io, events.events.k8s.io",
        "event.events, events.events.k8s.io",
        "pods.v1, pods",
        "pods.v1., pods",
        "csr, certificatesigningrequests.certificates.k8s.io",
        "crd, customresourcedefinitions.apiextensions.k8s.io",
        "cs, componentstatuses",
        "leases.coordination, leases.coordination.k8s.io",
    })
    void namesAreResolvedAsKubectlDoes(String text, String resource) {
        assertThat(types.resolve(text)).map(ResourceType::groupResource).contains(resource);
    }

    @ParameterizedTest(name = "{0} means nothing")
    @CsvSource({"podz", "pods.apps", "pods.v2", "scale", "''"})
    void unknownNamesMeanNothing(String text) {
        assertThat(types.resolve(text)).isEmpty();
    }

    @Test
    void kindsAreFoundFromClassesAndClassesFromKinds() {
        assertThat(types.kindOf(Pod.class)).isEqualTo(new GroupVersionKind("", "v1", "Pod"));
        assertThat(types.kindOf(Scale.class)).isEqualTo(new GroupVersionKind("autoscaling", "v1", "Scale"));
        assertThat(types.kindOf(Table.class)).isEqualTo(new GroupVersionKind("meta.k8s.io", "v1", "Table"));
        assertThat(types.recordOf(new GroupVersionKind("", "v1", "Pod"))).contains(Pod.class);
        assertThat(types.recordOf(new GroupVersionKind("autoscaling", "v1", "Scale")))
                .contains(Scale.class);
        assertThat(types.byKind(new GroupVersionKind("autoscaling", "v1", "Scale")))
                .isEmpty();
        assertThat(types.recordOf(new GroupVersionKind("", "v2", "Pod"))).isEmpty();
        assertThatThrownBy(() -> types.kindOf(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no kind is registered for the type java.lang.String");
    }

    @Test
    void customResourcesComeAndGoWithoutTouchingTheRegistryTheyCameTo() {
        ResourceType widgets = widgets("v1");
        TypeRegistry more = types.with(widgets);
        GroupVersionResource name = widgets.groupVersionResource();
        assertThat(more.byResource(name)).contains(widgets);
        assertThat(more.resolve("wd")).contains(widgets);
        assertThat(widgets.listKind()).isEqualTo("WidgetList");
        assertThat(widgets.dynamic()).isTrue();
        assertThat(types.byResource(name)).isEmpty();

        TypeRegistry fewer = more.without(name);
        assertThat(fewer.resolve("wd")).isEmpty();
        assertThat(fewer.groups()).isEqualTo(types.groups());
        assertThat(types.without(name)).isSameAs(types);
    }

    @Test
    void aGroupPrefersItsBestVersion() {
        TypeRegistry more = types.with(List.of(widgets("v1alpha1"), widgets("v1beta2"), widgets("v2"), widgets("v10")));
        assertThat(more.versions("example.com")).containsExactly("v10", "v2", "v1beta2", "v1alpha1");
        assertThat(more.preferredVersion("example.com")).isEqualTo("v10");
        assertThat(more.resolve("widgets").orElseThrow().version()).isEqualTo("v10");
        assertThat(more.resolve("widgets.v2.example.com").orElseThrow().version())
                .isEqualTo("v2");
    }

    @Test
    void aClassWithoutKindIsRefused() {
        assertThatThrownBy(() -> TypeRegistry.of(List.of(String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String has neither @Kind nor @ApiType");
    }

    private static ResourceType widgets(String version) {
        return ResourceTypeBuilder.builder()
                .group("example.com")
                .version(version)
                .kind("Widget")
                .plural("widgets")
                .shortNames(List.of("wd"))
                .verbs(List.of("get", "list"))
                .build();
    }
}
