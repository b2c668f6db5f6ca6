package io.kubelayers.nucleus.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each directive does. */
class StrategicMergePatchTest {
    private static final PatchSchema PODS = PatchSchema.of(Pod.class);
    private static final String POD =
            "{metadata: {finalizers: [a, b], labels: {x: '1'}}, spec: {containers: [{name: web, image: w1}, {name: db,"
                    + " image: d1}], volumes: [{name: v, emptyDir: {}}]}}";

    private static Map<String, @Nullable Object> tree(String yaml) {
        return Codec.readTree(yaml, ReadOptions.ignore());
    }

    private static void patched(String patch, String expected) {
        assertThat(StrategicMergePatch.apply(tree(POD), tree(patch), PODS)).isEqualTo(tree(expected));
    }

    @Test
    void listsMergeByTheKeyOfTheirType() {
        patched(
                "{spec: {containers: [{name: web, image: w2}]}}",
                "{metadata: {finalizers: [a, b], labels: {x: '1'}}, spec: {containers: [{name: web, image: w2}, {name: db,"
                        + " image: d1}], volumes: [{name: v, emptyDir: {}}]}}");
    }

    @Test
    void patchDeleteTakesAnItemOut() {
        patched(
                "{spec: {containers: [{$patch: delete, name: web}]}}",
                "{metadata: {finalizers: [a, b], labels: {x: '1'}}, spec: {containers: [{name: db, image: d1}], volumes:"
                        + " [{name: v, emptyDir: {}}]}}");
    }

    @Test
    void patchReplaceReplacesTheListOrObjectItStandsIn() {
        patched(
                "{metadata: {labels: {$patch: replace, y: '2'}}, spec: {containers: [{name: new}, {$patch: replace}]}}",
                "{metadata: {finalizers: [a, b], labels: {y: '2'}}, spec: {containers: [{name: new}], volumes: [{name: v,"
                        + " emptyDir: {}}]}}");
    }

    @Test
    void scalarsAreDeletedByAListOfTheirOwn() {
        patched(
                "{metadata: {$deleteFromPrimitiveList/finalizers: [a]}}",
                "{metadata: {finalizers: [b], labels: {x: '1'}}, spec: {containers: [{name: web, image: w1}, {name: db,"
                        + " image: d1}], volumes: [{name: v, emptyDir: {}}]}}");
    }

    @Test
    void setElementOrderSaysTheOrder() {
        patched(
                "{spec: {$setElementOrder/containers: [{name: db}, {name: web}]}}",
                "{metadata: {finalizers: [a, b], labels: {x: '1'}}, spec: {containers: [{name: db, image: d1}, {name: web,"
                        + " image: w1}], volumes: [{name: v, emptyDir: {}}]}}");
    }

    @Test
    void retainKeysClearsTheOtherFields() {
        patched(
                "{spec: {volumes: [{$retainKeys: [name, configMap], name: v, configMap: {name: c}}]}}",
                "{metadata: {finalizers: [a, b], labels: {x: '1'}}, spec: {containers: [{name: web, image: w1}, {name: db,"
                        + " image: d1}], volumes: [{name: v, configMap: {name: c}}]}}");
    }

    @Test
    void anItemWithoutItsKeyIsAnError() {
        assertThatThrownBy(() -> StrategicMergePatch.apply(tree(POD), tree("{spec: {containers: [{image: x}]}}"), PODS))
                .isInstanceOf(PatchException.class)
                .hasMessage("map: map[image:x] does not contain declared merge key: name");
    }

    @Test
    void threeWaysKeepWhatOthersAdded() {
        var last = tree("{spec: {containers: [{name: web, image: w1}, {name: old, image: o}]}}");
        var wanted = tree("{spec: {containers: [{name: web, image: w2}]}}");
        var live = tree(
                "{spec: {containers: [{name: web, image: w1}, {name: old, image: o}, {name: injected, image: p}]}}");
        var patch = StrategicMergePatch.createThreeWay(last, wanted, live, PODS, true);
        assertThat(StrategicMergePatch.apply(live, patch, PODS))
                .isEqualTo(tree("{spec: {containers: [{name: web, image: w2}, {name: injected, image: p}]}}"));
    }

    @Test
    void threeWaysRefuseToOverwriteWhenToldSo() {
        var last = tree("{spec: {nodeName: a}}");
        assertThatThrownBy(() -> StrategicMergePatch.createThreeWay(
                        last, tree("{spec: {nodeName: b}}"), tree("{spec: {nodeName: c}}"), PODS, false))
                .isInstanceOf(PatchConflictException.class)
                .hasMessageStartingWith("patch:\n");
    }
}
