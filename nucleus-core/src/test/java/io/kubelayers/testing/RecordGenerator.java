package io.kubelayers.testing;

import com.google.common.collect.ImmutableSortedMap;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes one object out of randomness; schemas that contain themselves end a few levels down. */
final class RecordGenerator {
    private static final List<String> QUANTITIES =
            List.of("0", "1", "250m", "1500m", "2Gi", "128Mi", "1G", "100k", "5e3", "12n", "7", "1Ti");
    private static final List<String> TEXTS =
            List.of("a", "web", "true", "1", "no", "line\nbreak", "ünï©ode ☃", "<&>", " spaced ", "#", "12:30", "null");
    private static final int MAX_DEPTH = 12;

    private final Random random;
    private final double likelihood;
    private final Map<Class<?>, Integer> open = new LinkedHashMap<>();

    RecordGenerator(Random random, double likelihood) {
        this.random = random;
        this.likelihood = likelihood;
    }

    Object record(Class<?> type) {
        RecordSchema schema = RecordSchema.of(type);
        @Nullable Object[] values = schema.zeros();
        int inside = open.merge(type, 1, Integer::sum);
        if (schema.untagged()) {
            FieldSchema one = schema.fields().get(random.nextInt(schema.fields().size()));
            values[one.index()] = value(one, one.type());
        } else {
            for (FieldSchema field : schema.fields()) {
                boolean again = inside > 1 && recurses(field.type());
                if (!again && random.nextDouble() < likelihood) {
                    values[field.index()] = value(field, field.type());
                }
            }
        }
        open.merge(type, -1, Integer::sum);
        return schema.create(values);
    }

    /** Whether the field holds records, which may hold their own kind again. */
    private boolean recurses(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return recurses(list.item());
        } else if (type instanceof FieldType.MapOf map) {
            return recurses(map.value());
        }
        return type instanceof FieldType.Union
                || type instanceof FieldType.Struct struct && open.getOrDefault(struct.type(), 0) > 0
                || depth() > MAX_DEPTH && type instanceof FieldType.Struct;
    }

    private int depth() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Object value(FieldSchema field, FieldType type) {
        if (type instanceof FieldType.Struct struct) {
            return record(struct.type());
        } else if (type instanceof FieldType.Union union) {
            return record(union.type());
        } else if (type instanceof FieldType.ListOf list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = size(); i > 0; i--) {
                items.add(value(field, list.item()));
            }
            if (list.item() == FieldType.Scalar.ANY || list.item() == FieldType.Scalar.OBJECT) {
                items.add(null);
            }
            return Collections.unmodifiableList(items);
        } else if (type instanceof FieldType.MapOf map) {
            ImmutableSortedMap.Builder<String, Object> entries = ImmutableSortedMap.naturalOrder();
            int size = size();
            for (int i = 0; i < size; i++) {
                entries.put("key." + i + "/" + random.nextInt(100), value(field, map.value()));
            }
            return entries.build();
        }
        return scalar(field, (FieldType.Scalar) type);
    }

    private int size() {
        return likelihood == 1.0 ? 2 : 1 + random.nextInt(3);
    }

    private Object scalar(FieldSchema field, FieldType.Scalar type) {
        return switch (type) {
            case STRING -> text(field);
            case BOOL -> true;
            case INT -> 1 + random.nextInt(1_000_000);
            case LONG -> 1 + (random.nextLong() >>> 2);
            case DOUBLE -> 0.25 + random.nextInt(1000);
            case QUANTITY -> Quantity.parse(pick(QUANTITIES));
            case INT_OR_STRING -> random.nextBoolean() ? IntOrString.of(8080) : IntOrString.of("25%");
            case TIME -> Instant.ofEpochSecond(random.nextInt());
            case MICRO_TIME -> Instant.ofEpochSecond(
                    random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000) * 1000L);
            case DURATION -> Duration.ofMillis(1 + random.nextInt(100_000_000));
            case BYTES -> Bytes.utf8("bytes " + random.nextInt());
            case ANY -> random.nextBoolean() ? tree(3) : text(field);
            case OBJECT -> tree(3);
        };
    }

    private String text(FieldSchema field) {
        List<String> known = field.enumValues();
        return known.isEmpty() ? pick(TEXTS) : pick(known);
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Trees as readers make them: linked, unmodifiable, Long and Double. */
    private Map<String, @Nullable Object> tree(int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("text", pick(TEXTS));
        tree.put("number", random.nextLong());
        tree.put("fraction", random.nextInt(1000) + 0.5);
        tree.put("flag", random.nextBoolean());
        tree.put("nothing", null);
        if (depth > 0) {
            tree.put("list", Collections.unmodifiableList(new ArrayList<>(List.of(tree(0), "x", 7L))));
            tree.put("map", tree(depth - 1));
        }
        return Collections.unmodifiableMap(tree);
    }
}
