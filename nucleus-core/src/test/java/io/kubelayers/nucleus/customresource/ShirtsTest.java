package io.kubelayers.nucleus.customresource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schema does to objects: shirts, whose definition lies beside. */
class ShirtsTest {
    private static final Cluster WARDROBE = wardrobe();

    private static Cluster wardrobe() {
        var cluster = Cluster.builder().start();
        cluster.apply(Manifests.resource(ShirtsTest.class, "shirts.yaml"));
        return cluster;
    }

    private static KubernetesObject shirt(String spec) {
        return Codec.of(WARDROBE.types())
                .read(
                        "{apiVersion: stable.example.com/v1, kind: Shirt, metadata: {name: best, namespace: default}, spec: "
                                + spec + "}",
                        ReadOptions.strict())
                .value();
    }

    private static Map<String, @Nullable Object> spec(KubernetesObject shirt) {
        return Tree.map(((DynamicObject) shirt).fields().get("spec"));
    }

    private static ResourceType type(Cluster cluster) {
        return cluster.types().resolve("shirts").orElseThrow();
    }

    record Wrong(String what, String spec, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Wrong> wrong() {
        return List.of(
                new Wrong(
                        "a color nobody makes",
                        "{color: pink}",
                        "spec.color: Unsupported value: \"pink\": supported values: \"blue\", \"green\", \"red\""),
                new Wrong("no color", "{size: L}", "spec.color: Required value"),
                new Wrong(
                        "a size of three letters",
                        "{color: red, size: XXL}",
                        "spec.size: Too long: may not be more than 2 bytes"),
                new Wrong(
                        "copies below none",
                        "{color: red, copies: -1}",
                        "[spec.copies: Invalid value: -1: spec.copies in body should be greater than or equal to 0, .spec.copies: Invalid value: -1: should be a non-negative integer]"),
                new Wrong(
                        "copies that are no whole number",
                        "{color: red, copies: 1.5}",
                        "[spec.copies: Invalid value: \"float64\": spec.copies in body must be of type int32: \"float64\", .spec.copies: Invalid value: 0: .spec.copies accessor error: 1.5 is of the type float64, expected int64]"),
                new Wrong(
                        "copies in words",
                        "{color: red, copies: two}",
                        "[spec.copies: Invalid value: \"string\": spec.copies in body must be of type integer: \"string\", .spec.copies: Invalid value: 0: .spec.copies accessor error: two is of the type string, expected int64]"),
                new Wrong(
                        "an odd number of buttons",
                        "{color: red, buttons: 3}",
                        "spec.buttons: Invalid value: 3: spec.buttons in body should be a multiple of 2"),
                new Wrong(
                        "a motto in small letters",
                        "{color: red, motto: go}",
                        "spec.motto: Invalid value: \"go\": spec.motto in body should match '^[A-Z].*$'"),
                new Wrong(
                        "a width that is neither",
                        "{color: red, width: true}",
                        "spec.width: Invalid value: \"boolean\": spec.width in body must be of type integer,string: \"boolean\""),
                new Wrong(
                        "a day instead of a time",
                        "{color: red, sewn: \"2026-01-01\"}",
                        "spec.sewn: Invalid value: \"2026-01-01\": spec.sewn in body must be of type date-time: \"2026-01-01\""),
                new Wrong(
                        "a long label",
                        "{color: red, labels: {a: abcdef}}",
                        "spec.labels.a: Too long: may not be more than 5 bytes"),
                new Wrong(
                        "three labels",
                        "{color: red, labels: {a: a, b: b, c: c}}",
                        "spec.labels: Too many: 3: must have at most 2 items"),
                new Wrong(
                        "two patches in one place",
                        "{color: red, patches: [{place: knee}, {place: knee}]}",
                        "spec.patches[1]: Duplicate value: {\"place\":\"knee\"}"),
                new Wrong(
                        "no patches in the list",
                        "{color: red, patches: []}",
                        "spec.patches: Invalid value: 0: spec.patches in body should have at least 1 items"),
                new Wrong("a tag twice", "{color: red, tags: [a, b, a]}", "spec.tags[2]: Duplicate value: \"a\""),
                new Wrong(
                        "four tags",
                        "{color: red, tags: [a, b, c, d]}",
                        "spec.tags: Too many: 4: must have at most 3 items"),
                new Wrong(
                        "a template that does not say what it is",
                        "{color: red, template: {kind: Pod}}",
                        "spec.template.apiVersion: Required value: must not be empty"),
                new Wrong(
                        "a template with a bad name",
                        "{color: red, template: {apiVersion: v1, kind: Pod, metadata: {name: a/b}}}",
                        "spec.template.metadata.name: Invalid value: \"a/b\": may not contain '/'"),
                new Wrong(
                        "washed cold and hot",
                        "{color: red, wash: {cold: true, degrees: 60}}",
                        "<nil>: Invalid value: \"\": \"spec.wash\" must validate one and only one schema (oneOf). Found 2 valid alternatives"),
                new Wrong(
                        "a number for a text",
                        "{color: 5}",
                        "[spec.color: Invalid value: \"integer\": spec.color in body must be of type string: \"integer\", spec.color: Unsupported value: 5: supported values: \"blue\", \"green\", \"red\"]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isRefused(Wrong wrong) {
        var refused =
                catchThrowableOfType(ApiException.class, () -> WARDROBE.client().create(shirt(wrong.spec())));
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.status().message())
                .isEqualTo("Shirt.stable.example.com \"best\" is invalid: " + wrong.message());
    }

    @Test
    void unknownFieldsAreDroppedBelowWhatIsKnownAndKeptWhereAnythingGoes() {
        try (var cluster = WARDROBE.fork()) {
            var made = cluster.client()
                    .create(shirt(
                            "{color: red, zip: true, anything: {goes: here}, patches: [{place: knee, glue: 1}]}"));
            assertThat(spec(made)).containsOnlyKeys("color", "size", "anything", "patches");
            assertThat(Tree.list(spec(made).get("patches")))
                    .containsExactly(Map.of("place", "knee", "cloth", "cotton"));
        }
    }

    @Test
    void whatIsLeftOutIsFilledInAndNullsThatAreNotAllowedAreLeftOut() {
        try (var cluster = WARDROBE.fork()) {
            var made = cluster.client().create(shirt("{color: red, motto: null, size: null, copies: null}"));
            assertThat(spec(made))
                    .containsEntry("size", "M")
                    .containsKey("motto")
                    .doesNotContainKey("copies");
        }
    }

    @Test
    void strictClientsAreToldOfUnknownFields() {
        var refused = catchThrowableOfType(ApiException.class, () -> WARDROBE.client()
                .on(type(WARDROBE))
                .create(
                        (DynamicObject) shirt("{color: red, zip: true}"),
                        RequestOptions.NONE.withFieldValidation(FieldValidation.STRICT)));
        assertThat(refused.status().message())
                .isEqualTo("Shirt in version \"v1\" cannot be handled as a Shirt: strict decoding error: unknown field"
                        + " \"spec.zip\"");
    }

    @Test
    void whatWasWrongBeforeMayStayWhileAllElseChanges() {
        try (var cluster = WARDROBE.fork()) {
            cluster.client().create(shirt("{color: red, patches: [{place: knee}, {place: back}]}"));
            tighten(cluster);
            var shirts = cluster.client().on(type(cluster));

            shirts.patch("default", "best", merge("{\"spec\":{\"size\":\"L\"}}"));
            assertThat(spec(shirts.get("default", "best")))
                    .containsEntry("size", "L")
                    .containsEntry("color", "red");

            var refused = catchThrowableOfType(
                    ApiException.class,
                    () -> shirts.patch("default", "best", merge("{\"spec\":{\"color\":\"green\"}}")));
            assertThat(refused.status().message()).endsWith("supported values: \"black\"");
        }
    }

    /** From now on all shirts are to be black. */
    private static void tighten(Cluster cluster) {
        var colors = "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/color/enum";
        cluster.client()
                .on(io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.class)
                .patch(
                        "",
                        "shirts.stable.example.com",
                        new Body.Patch(
                                Body.PatchType.JSON,
                                List.of(Map.of("op", "replace", "path", colors, "value", List.of("black")))));
    }

    private static Body.Patch merge(String json) {
        return new Body.Patch(Body.PatchType.MERGE, Codec.readTree(json, ReadOptions.strict()));
    }

    @Test
    void fieldsThatTheDefinitionNamesCanBeSelectedBy() {
        try (var cluster = WARDROBE.fork()) {
            cluster.client().create(shirt("{color: red}"));
            var shirts = cluster.client().on(type(cluster));

            assertThat(shirts.list("default", RequestOptions.fields("spec.color=red,spec.size!=L")))
                    .hasSize(1);
            assertThat(shirts.list("default", RequestOptions.fields("spec.color=blue")))
                    .isEmpty();
            var refused = catchThrowableOfType(
                    ApiException.class, () -> shirts.list("default", RequestOptions.fields("spec.copies=1")));
            assertThat(refused.status().message()).isEqualTo("field label not supported: spec.copies");
        }
    }

    @Test
    void anOlderVersionShowsTheSameShirtAndItsUsersAreWarned() {
        try (var cluster = WARDROBE.fork()) {
            cluster.client().create(shirt("{color: red, copies: 2}"));
            var old = cluster.types().resources().stream()
                    .filter(type ->
                            type.kind().equals("Shirt") && type.version().equals("v0"))
                    .findFirst()
                    .orElseThrow();

            var seen = (DynamicObject) cluster.client().on(old).get("default", "best");
            assertThat(seen.apiVersion()).isEqualTo("stable.example.com/v0");
            assertThat(spec(seen)).containsOnlyKeys("color");
        }
    }

    @Test
    void copiesAreScaledWhereTheDefinitionSaysTheyAre() {
        try (var cluster = WARDROBE.fork()) {
            cluster.client().create(shirt("{color: red, copies: 2}"));
            cluster.client()
                    .on(type(cluster))
                    .patch("default", "best", "scale", merge("{\"spec\":{\"replicas\":7}}"), RequestOptions.NONE);
            assertThat(spec(cluster.client().on(type(cluster)).get("default", "best")))
                    .containsEntry("copies", 7L);
        }
    }

    @Test
    void shirtsGoWithTheirDefinition() {
        try (var cluster = WARDROBE.fork()) {
            cluster.client().create(shirt("{color: red}"));
            cluster.client()
                    .on(io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.class)
                    .delete("", "shirts.stable.example.com");
            assertThat(cluster.types().resolve("shirts")).isEmpty();

            cluster.apply(Manifests.resource(ShirtsTest.class, "shirts.yaml"));
            assertThat(cluster.client().on(type(cluster)).list("default")).isEmpty();
        }
    }
}
