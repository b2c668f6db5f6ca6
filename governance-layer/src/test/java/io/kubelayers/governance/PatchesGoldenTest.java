package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.routing.Ingress;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.golden.JsonTree;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.patch.JsonPatch;
import io.kubelayers.nucleus.patch.MergePatch;
import io.kubelayers.nucleus.patch.PatchConflictException;
import io.kubelayers.nucleus.patch.PatchException;
import io.kubelayers.nucleus.patch.PatchSchema;
import io.kubelayers.nucleus.patch.StrategicMergePatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** The recorded answers of upstream's patch code. */
@Tag("golden")
class PatchesGoldenTest {
    private static final Map<String, Class<? extends Record>> KINDS = Map.of(
            "v1.Pod", Pod.class,
            "apps/v1.Deployment", Deployment.class,
            "v1.Service", Service.class,
            "v1.Node", Node.class,
            "v1.ServiceAccount", ServiceAccount.class,
            "v1.ConfigMap", ConfigMap.class,
            "v1.Namespace", Namespace.class,
            "v1.PersistentVolumeClaim", PersistentVolumeClaim.class,
            "networking/v1.NetworkPolicy", NetworkPolicy.class,
            "networking/v1.Ingress", Ingress.class);

    /** What Go prints of values inside messages is not part of the comparison. */
    private static final Pattern GO_SYNTAX = Pattern.compile("map\\[|%!|\\[\\[|\\n\\[");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("patches").tests(c -> {
            if (!c.flag("ok") && c.text("err").startsWith("panic:")) {
                throw new TestAbortedException("upstream panics");
            }
            switch (c.text("op")) {
                case "json" -> json(c);
                case "merge" -> answers(c, "result", () -> MergePatch.apply(document(c, "doc"), patch(c, "patch")));
                case "createMerge" -> answers(
                        c, "patch", () -> MergePatch.create(document(c, "original"), document(c, "modified")));
                case "strategic" -> strategic(c);
                case "twoWay" -> twoWay(c);
                case "threeWay" -> threeWay(c);
                default -> throw new IllegalArgumentException(c.text("op"));
            }
        });
    }

    private static void json(GoldenCase c) {
        if (SinceRecorded.patchesWholeDocuments(c.text("patch"))) {
            throw new TestAbortedException("replace and test know the whole document since 1.27");
        }
        if ("UNPARSEABLE ".equals(c.get("result"))) {
            throw new TestAbortedException("an empty document, which upstream gives back as it is");
        }
        answers(c, "result", () -> JsonPatch.apply(JsonTree.read(c.text("doc")), patch(c, "patch")));
        if (!c.flag("ok")) {
            var failure = catchThrowable(() -> JsonPatch.apply(JsonTree.read(c.text("doc")), patch(c, "patch")));
            assertThat(((PatchException) failure).isMalformed())
                    .isEqualTo(c.text("stage").equals("decode"));
        }
    }

    private static void strategic(GoldenCase c) {
        if (SinceRecorded.deletesFromReplacedLists(c.get("patch"))) {
            throw new TestAbortedException("$deleteFromPrimitiveList deletes from any list since 1.28");
        }
        answers(c, "result", () -> StrategicMergePatch.apply(tree(c, "doc"), object(c.get("patch")), schema(c)));
    }

    private static void twoWay(GoldenCase c) throws Exception {
        var schema = schema(c);
        answers(c, "patch", () -> StrategicMergePatch.create(tree(c, "original"), tree(c, "modified"), schema));
        var patch = StrategicMergePatch.create(tree(c, "original"), tree(c, "modified"), schema);
        assertThat(StrategicMergePatch.apply(tree(c, "original"), patch, schema))
                .isEqualTo(c.get("applied"));
        if (c.has("current")) {
            answers(
                    c.json(),
                    "appliedToCurrent",
                    "appliedToCurrentErr",
                    () -> StrategicMergePatch.apply(tree(c, "current"), patch, schema));
        }
    }

    private static void threeWay(GoldenCase c) throws Exception {
        var schema = schema(c);
        Callable<Map<String, @Nullable Object>> create = () -> StrategicMergePatch.createThreeWay(
                tree(c, "original"), tree(c, "modified"), tree(c, "current"), schema, c.flag("overwrite"));
        if (!c.flag("ok") && c.text("err").equals("CONFLICT")) {
            assertThat(catchThrowable(create::call)).isInstanceOf(PatchConflictException.class);
            return;
        }
        answers(c, "patch", create);
        if (c.flag("ok")) {
            var patch = create.call();
            answers(
                    c.json(),
                    "applied",
                    "appliedErr",
                    () -> StrategicMergePatch.apply(tree(c, "current"), patch, schema));
        }
    }

    private static void answers(GoldenCase c, String field, Callable<?> answer) {
        var expected = new LinkedHashMap<>(c.json());
        if (c.flag("ok")) {
            expected.remove("err");
        }
        answers(expected, field, "err", answer);
    }

    private static void answers(
            Map<String, @Nullable Object> expected, String field, String errorField, Callable<?> answer) {
        Object found;
        try {
            found = answer.call();
        } catch (PatchException e) {
            var error = (String) expected.get(errorField);
            assertThat(error).describedAs(e.message()).isNotNull();
            var go = GO_SYNTAX.matcher(error);
            if (go.find()) {
                assertThat(e.message()).startsWith(error.substring(0, go.start()));
            } else if (!error.startsWith("unexpected end of JSON") && !error.startsWith("invalid character")) {
                assertThat(e.message()).isEqualTo(error);
            }
            return;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(expected.get(errorField)).describedAs("found " + found).isNull();
        var recorded = expected.get(field);
        if (field.equals("patch")) {
            assertThat(sets(found)).isEqualTo(sets(recorded));
        } else {
            assertThat(sets(SinceRecorded.withoutPatchDirectives(found)))
                    .isEqualTo(sets(SinceRecorded.withoutPatchDirectives(recorded)));
        }
    }

    /** Lists of names without order, and 80.0 as the 80 that is written for it. */
    private static @Nullable Object sets(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var copy = new TreeMap<String, @Nullable Object>();
            map.forEach((key, value) -> {
                boolean set = key.equals("$retainKeys") || ((String) key).startsWith("$deleteFromPrimitiveList");
                copy.put((String) key, set ? sorted((List<?>) value) : sets(value));
            });
            return copy;
        } else if (tree instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(item -> copy.add(sets(item)));
            return copy;
        } else if (tree instanceof Double number && number == Math.rint(number)) {
            return number.longValue();
        }
        return tree;
    }

    private static List<Object> sorted(List<?> list) {
        var sorted = new ArrayList<Object>(list);
        sorted.sort(Comparator.comparing(Object::toString));
        return sorted;
    }

    private static @Nullable Object document(GoldenCase c, String field) {
        try {
            return JsonTree.read(c.text(field));
        } catch (RuntimeException e) {
            throw PatchException.malformed("Invalid JSON Document");
        }
    }

    private static @Nullable Object patch(GoldenCase c, String field) {
        try {
            return JsonTree.read(c.text(field));
        } catch (RuntimeException e) {
            throw PatchException.malformed("Invalid JSON Patch");
        }
    }

    private static PatchSchema schema(GoldenCase c) {
        return PatchSchema.of(KINDS.get(c.text("kind")));
    }

    private static Map<String, @Nullable Object> tree(GoldenCase c, String field) {
        return Tree.map(c.get(field));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object tree) {
        if (tree != null && !(tree instanceof Map)) {
            throw new PatchException("invalid JSON document");
        }
        return Tree.map(tree);
    }

    @Test
    void theAnnotationsSayHowFieldsMerge() {
        var expected = Golden.topic("patches").file("merge-keys.json");
        if (expected == null) {
            throw new TestAbortedException("no recorded merge keys");
        }
        Tree.map(expected).forEach((kind, fields) -> {
            var schema = RecordSchema.of(KINDS.get(kind));
            Tree.map(fields).forEach((path, how) -> {
                if (SinceRecorded.mergedSelectorKeys(path) || SinceRecorded.removedField(kind, path)) {
                    return;
                }
                var found = field(schema, path);
                assertThat(found).describedAs(kind + path).isNotNull();
                assertThat(String.join(",", found.patchStrategies()))
                        .describedAs(kind + path)
                        .isEqualTo(Tree.text(how, "strategy"));
                assertThat(found.mergeKey().orElse("")).describedAs(kind + path).isEqualTo(Tree.text(how, "mergeKey"));
            });
        });
    }

    private static @Nullable FieldSchema field(RecordSchema root, String path) {
        FieldType type = null;
        FieldSchema field = null;
        for (var step : path.substring(1).split("\\.")) {
            var schema = type == null ? root : ((FieldType.Struct) type).schema();
            field = schema.field(step.replace("[]", ""));
            if (field == null) {
                return null;
            }
            type = field.type();
            if (type instanceof FieldType.ListOf list) {
                type = list.item();
            }
        }
        return field;
    }
}
