package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Defaults that belong to a type wherever it occurs, also deep inside pod templates: those that {@code @Default}
 * annotations state, and rules for those that depend on more than the field itself. Amounts of resources are no finer than
 * thousandths ({@code SetDefaults_ResourceList}).
 *
 * <p>For each record class the fields that can possibly need a default are worked out once; classes without any are passed
 * over. An object that lacks nothing comes back as it is.
 */
public final class TypeDefaults {
    private static final int MILLI = -3;

    private final Map<Class<?>, UnaryOperator<Record>> rules;
    private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

    private TypeDefaults(Map<Class<?>, UnaryOperator<Record>> rules) {
        this.rules = Map.copyOf(rules);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects rules for types whose defaults depend on other fields. */
    public static final class Builder {
        private final Map<Class<?>, UnaryOperator<Record>> rules = new HashMap<>();

        /** Adds a rule that runs after the defaults of the type's own fields. */
        @SuppressWarnings("unchecked")
        public <R extends Record> Builder rule(Class<R> type, UnaryOperator<R> rule) {
            rules.put(type, (UnaryOperator<Record>) rule);
            return this;
        }

        public TypeDefaults build() {
            return new TypeDefaults(rules);
        }
    }

    /**
     * What there is to do for records of one class.
     *
     * @param remembered does it for parts of objects, of which many objects have the same, such as the spec of pods
     */
    private record Plan(
            RecordSchema schema,
            Step[] steps,
            @Nullable UnaryOperator<Record> rule,
            Remembered<Record, Record> remembered) {}

    /**
     * What there is to do for one field.
     *
     * @param whenUnset its default; null if only its content may need some
     * @param amounts whether it is a list of amounts, which are rounded
     */
    private record Step(FieldSchema field, @Nullable Object zero, @Nullable Object whenUnset, boolean amounts) {
        boolean isUnset(@Nullable Object value) {
            return value == null || !(value instanceof Record) && value.equals(zero);
        }
    }

    /** The record with all defaults of its own and of everything inside it. */
    @SuppressWarnings("unchecked")
    public <R> R apply(R record) {
        return record instanceof Record given ? (R) complete(given, true) : record;
    }

    private Record complete(Record record, boolean whole) {
        var plan = plan(record.getClass());
        @Nullable Object[] changed = null;
        for (var step : plan.steps()) {
            var value = step.field().get(record);
            var completed = whole && value instanceof Record part
                    ? plan(part.getClass()).remembered().apply(part)
                    : completed(step, value);
            if (completed != value) {
                if (changed == null) {
                    changed = plan.schema().values(record);
                }
                changed[step.field().index()] = completed;
            }
        }
        var result = changed == null ? record : plan.schema().create(changed);
        return plan.rule() == null ? result : plan.rule().apply(result);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object completed(Step step, @Nullable Object value) {
        if (step.isUnset(value)) {
            return step.whenUnset() == null ? value : step.whenUnset();
        }
        return step.amounts() && value instanceof Map<?, ?> map ? rounded((Map<String, Quantity>) map) : inside(value);
    }

    private static Map<String, Quantity> rounded(Map<String, Quantity> amounts) {
        Map<String, Quantity> changed = null;
        for (var amount : amounts.entrySet()) {
            var rounded = amount.getValue().roundUp(MILLI);
            if (!rounded.equals(amount.getValue())) {
                changed = changed == null ? new TreeMap<>(amounts) : changed;
                changed.put(amount.getKey(), rounded);
            }
        }
        return changed == null ? amounts : changed;
    }

    private @Nullable Object inside(@Nullable Object value) {
        if (value instanceof Record record) {
            return complete(record, false);
        }
        if (value instanceof List<?> list) {
            return insideList(list);
        }
        return value;
    }

    private List<?> insideList(List<?> list) {
        @Nullable Object[] changed = null;
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var completed = inside(item);
            if (completed != item) {
                if (changed == null) {
                    changed = list.toArray();
                }
                changed[i] = completed;
            }
        }
        return changed == null ? list : List.of(changed);
    }

    private Plan plan(Class<? extends Record> type) {
        var known = plans.get(type);
        if (known != null) {
            return known;
        }
        var schema = RecordSchema.of(type);
        var steps = new ArrayList<Step>();
        for (var field : schema.fields()) {
            boolean amounts = schema.isResourceList(field);
            if (amounts || states(field) || leadsToDefaults(field.type(), new HashSet<>())) {
                steps.add(new Step(field, field.zero(), states(field) ? read(field) : null, amounts));
            }
        }
        var plan = new Plan(
                schema, steps.toArray(Step[]::new), rules.get(type), new Remembered<>(part -> complete(part, false)));
        plans.put(type, plan);
        return plan;
    }

    private static Object read(FieldSchema field) {
        var text = field.defaultValue().orElseThrow();
        var type = field.type();
        if (type == FieldType.Scalar.INT) {
            return Integer.valueOf(text);
        }
        if (type == FieldType.Scalar.LONG) {
            return Long.valueOf(text);
        }
        if (type == FieldType.Scalar.BOOL) {
            return Boolean.valueOf(text);
        }
        return text;
    }

    private static boolean states(FieldSchema field) {
        return field.defaultValue().filter(text -> !text.isEmpty()).isPresent();
    }

    private boolean leadsToDefaults(FieldType type, Set<Class<?>> seen) {
        if (type instanceof FieldType.ListOf list) {
            return leadsToDefaults(list.item(), seen);
        }
        if (!(type instanceof FieldType.Struct struct) || !seen.add(struct.type())) {
            return false;
        }
        if (rules.containsKey(struct.type())) {
            return true;
        }
        var schema = RecordSchema.of(struct.type());
        for (var field : schema.fields()) {
            if (schema.isResourceList(field) || states(field) || leadsToDefaults(field.type(), seen)) {
                return true;
            }
        }
        return false;
    }
}
