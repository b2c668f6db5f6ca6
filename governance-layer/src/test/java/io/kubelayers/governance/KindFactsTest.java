package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every field of every type is what the fact tables of Kubernetes v1.35 say it is. */
class KindFactsTest {
    private static final Set<String> GO_STRUCTS =
            Set.of("Time", "MicroTime", "Quantity", "IntOrString", "Duration", "RawExtension");
    /** One form serves both. */
    private static final Map<String, String> SAME = Map.of(
            "FieldsV1", "RawExtension",
            "JSON", "any");
    /** Types of the tables that no record is made for, and why. */
    private static final Map<String, String> WITHOUT_RECORD = Map.of(
            "meta/v1.TypeMeta", "kind and apiVersion are no fields of records",
            "meta/v1.List", "ObjectList is the list of any kind",
            "meta/v1.PartialObjectMetadataList", "ObjectList is the list of any kind",
            "meta/v1.WatchEvent", "events of watches are typed by their objects",
            "meta/v1.InternalEvent", "never on the wire",
            "core/v1.List", "ObjectList is the list of any kind",
            "core/v1.RangeAllocation", "storage of upstream's allocators",
            "core/v1.SerializedReference", "a legacy annotation's content",
            "core/v1.PodStatusResult", "of the kubelet's former API");

    private static Map<String, @Nullable Object> facts = Map.of();

    @BeforeAll
    static void read() throws IOException {
        String text = Files.readString(SharedFolder.require("facts/api-types.yaml"));
        facts = Codec.readTree(text, ReadOptions.strict());
    }

    @TestFactory
    Stream<DynamicTest> everyTypeHasTheFieldsOfTheTables() {
        return schemas().values().stream()
                .filter(schema -> !schema.untagged())
                // read in requests, served by nobody: the tables have only what v1.35 serves
                .filter(schema -> !schema.id().toString().equals("policy/v1.EvictionV1beta1"))
                .map(schema -> DynamicTest.dynamicTest(schema.id().toString(), () -> assertThat(ours(schema))
                        .containsExactlyElementsOf(theirs(schema))));
    }

    @Test
    void everyTypeOfTheTablesHasARecord() {
        Map<String, RecordSchema> known = schemas();
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, @Nullable Object> type :
                Tree.map(facts.get("types")).entrySet()) {
            String id = type.getKey();
            boolean list = "list".equals(Tree.get(type.getValue(), "kind")) && !known.containsKey(id);
            boolean unreferenced = Tree.get(type.getValue(), "unreferenced") != null;
            boolean client = Tree.get(facts, "packages", id.substring(0, id.indexOf('.')), "clientSide") != null;
            if (!list && !unreferenced && !client && !id.startsWith("apidiscovery/") && !isLegacyMetric(id)) {
                missing.add(id);
            }
        }
        missing.removeAll(embedded());
        missing.removeAll(known.keySet());
        missing.removeAll(WITHOUT_RECORD.keySet());
        missing.removeAll(SAME.keySet());
        assertThat(missing).isEmpty();
    }

    /** Types that exist only as part of others, whose records have their fields. */
    private static Set<String> embedded() {
        Set<String> embedded = new TreeSet<>();
        for (Object type : Tree.map(facts.get("types")).values()) {
            for (Object part : Tree.list(Tree.get(type, "inline"))) {
                embedded.add(Tree.text(part, "type"));
            }
        }
        return embedded;
    }

    /** Metrics of autoscaling/v1 live in annotations only, as upstream converts them. */
    private static boolean isLegacyMetric(String id) {
        return id.startsWith("autoscaling/v1.")
                && (id.contains("Metric") || id.endsWith("HorizontalPodAutoscalerCondition"));
    }

    private static Map<String, RecordSchema> schemas() {
        Map<String, RecordSchema> schemas = new LinkedHashMap<>();
        for (List<Class<?>> kinds : List.of(NucleusKinds.ALL, ApplicationKinds.ALL, GovernanceKinds.ALL)) {
            kinds.forEach(kind -> collect(RecordSchema.of(kind), schemas));
        }
        return schemas;
    }

    private static void collect(RecordSchema schema, Map<String, RecordSchema> schemas) {
        if (schemas.putIfAbsent(schema.id().toString(), schema) == null) {
            schema.fields().forEach(field -> collect(field.type(), schemas));
        }
    }

    private static void collect(FieldType type, Map<String, RecordSchema> schemas) {
        if (type instanceof FieldType.Struct struct) {
            collect(struct.schema(), schemas);
        } else if (type instanceof FieldType.Union union) {
            collect(union.schema(), schemas);
        } else if (type instanceof FieldType.ListOf list) {
            collect(list.item(), schemas);
        } else if (type instanceof FieldType.MapOf map) {
            collect(map.value(), schemas);
        }
    }

    private static List<String> ours(RecordSchema schema) {
        List<String> lines = new ArrayList<>();
        for (FieldSchema field : schema.fields()) {
            lines.add(line(
                    field.name(),
                    describe(field.type()),
                    field.required(),
                    field.written(),
                    field.listType().name().toLowerCase(java.util.Locale.ROOT) + field.listKeys(),
                    field.mergeKey().orElse("-"),
                    field.protobuf().isEmpty()
                            ? "-"
                            : field.protobuf().get(field.protobuf().size() - 1).toString()));
        }
        return lines;
    }

    private static List<String> theirs(RecordSchema schema) {
        Object type = Tree.get(facts, "types", schema.id().toString());
        assertThat(type).as("no type %s in the tables", schema.id()).isNotNull();
        List<String> lines = new ArrayList<>();
        for (Object field : Tree.list(Tree.get(type, "fields"))) {
            String from = Tree.text(field, "from");
            if (!from.equals("meta/v1.TypeMeta") && !(from.equals("meta/v1.ListMeta"))) {
                lines.add(theirs(field));
            }
        }
        return lines;
    }

    private static String theirs(@Nullable Object field) {
        String name = Tree.text(field, "type").replace("JSON>", "any>");
        // the tables have a condition's time as a string of the format date-time
        String type = Tree.text(field, "name").equals("lastTransitionTime") ? "Time" : SAME.getOrDefault(name, name);
        boolean omitEmpty = Tree.get(field, "oe") != null;
        boolean omitZero = Tree.get(field, "oz") != null;
        boolean struct = GO_STRUCTS.contains(type) || Tree.get(facts, "types", type) != null;
        boolean pointer = Tree.get(field, "ptr") != null;
        boolean written = !omitZero && (!omitEmpty || struct && !pointer);
        String listType = Tree.text(field, "listType");
        boolean merges = List.of(Tree.text(field, "patchStrategy").split(",")).contains("merge");
        String mergeKey = Tree.text(field, "patchMergeKey");
        return line(
                Tree.text(field, "name"),
                type,
                Tree.get(field, "req") != null,
                written,
                (listType.isEmpty() ? "atomic" : listType)
                        + (listType.equals("map") ? Tree.list(Tree.get(field, "listMapKeys")) : List.of()),
                merges || !mergeKey.isEmpty() ? mergeKey : "-",
                Tree.get(field, "pb") == null ? "-" : String.valueOf(Tree.get(field, "pb")));
    }

    private static String line(
            String name, String type, boolean required, boolean written, String list, String mergeKey, String number) {
        return name + ": " + type + (required ? ", required" : "") + (written ? ", written" : "") + ", " + list
                + ", merge by " + mergeKey + ", #" + number;
    }

    private static String describe(FieldType type) {
        if (type instanceof FieldType.Struct struct) {
            return struct.schema().id().toString();
        } else if (type instanceof FieldType.Union union) {
            return union.schema().id().name();
        } else if (type instanceof FieldType.ListOf list) {
            return "list<" + describe(list.item()) + ">";
        } else if (type instanceof FieldType.MapOf map) {
            return "map<string," + describe(map.value()) + ">";
        }
        return switch ((FieldType.Scalar) type) {
            case STRING -> "string";
            case BOOL -> "bool";
            case INT -> "int32";
            case LONG -> "int64";
            case DOUBLE -> "double";
            case QUANTITY -> "Quantity";
            case INT_OR_STRING -> "IntOrString";
            case TIME -> "Time";
            case MICRO_TIME -> "MicroTime";
            case DURATION -> "Duration";
            case BYTES -> "bytes";
            case ANY -> "any";
            case OBJECT -> "RawExtension";
        };
    }
}
