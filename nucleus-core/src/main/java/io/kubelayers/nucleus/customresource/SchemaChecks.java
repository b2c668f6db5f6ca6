package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a value against a schema, in the order and words of upstream's library (kube-openapi {@code validation/validate}). */
final class SchemaChecks {
    private SchemaChecks() {}

    static Findings of(@Nullable Object value, JSONSchemaProps schema, String path) {
        return check(value, Before.NOTHING, schema, path);
    }

    /** The same for a change: what has not changed is not looked at, however wrong it may be by now. */
    static Findings ofChange(@Nullable Object value, @Nullable Object old, JSONSchemaProps schema, String path) {
        return check(value, Before.of(old), schema, path);
    }

    private static Findings check(@Nullable Object value, Before before, JSONSchemaProps schema, String path) {
        var found = new Findings();
        if (before.is(value)) {
            return found;
        }
        found.count();
        ScalarChecks.type(value, schema, path, found);
        if (value == null) {
            ScalarChecks.enumerated(null, schema, path, found);
            return found;
        }
        combined(value, schema, path, found);
        if (value instanceof String text) {
            found.count();
            ScalarChecks.text(text, schema, path, found);
        } else if (value instanceof Number number) {
            found.count();
            ScalarChecks.number(number, schema, path, found);
        } else if (value instanceof List<?> list) {
            found.count();
            list(list, before, schema, path, found);
        }
        ScalarChecks.enumerated(value, schema, path, found);
        if (value instanceof Map<?, ?> map) {
            found.count();
            map(map, before, schema, path, found);
        }
        return found;
    }

    private static void combined(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        if (!schema.anyOf().isEmpty()) {
            anyOf(value, schema, path, found);
        }
        if (!schema.oneOf().isEmpty()) {
            oneOf(value, schema, path, found);
        }
        if (!schema.allOf().isEmpty()) {
            allOf(value, schema, path, found);
        }
        if (schema.not() != null && of(value, schema.not(), path).valid()) {
            complain(found, path, "must not validate the schema (not)");
        }
    }

    private static void anyOf(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        Findings best = null;
        for (var one : schema.anyOf()) {
            var result = of(value, one, path);
            if (result.valid()) {
                return;
            }
            best = better(best, result);
        }
        complain(found, path, "must validate at least one schema (anyOf)");
        if (best != null) {
            found.merge(best);
        }
    }

    private static void oneOf(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        Findings best = null;
        int fitting = 0;
        for (var one : schema.oneOf()) {
            var result = of(value, one, path);
            if (result.valid()) {
                fitting++;
            } else {
                best = better(best, result);
            }
        }
        if (fitting == 0) {
            complain(found, path, "must validate one and only one schema (oneOf). Found none valid");
            if (best != null) {
                found.merge(best);
            }
        } else if (fitting > 1) {
            complain(
                    found,
                    path,
                    "must validate one and only one schema (oneOf). Found " + fitting + " valid alternatives");
        }
    }

    private static void allOf(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        int fitting = 0;
        for (var one : schema.allOf()) {
            var result = of(value, one, path);
            found.merge(result);
            fitting += result.valid() ? 1 : 0;
        }
        if (fitting != schema.allOf().size()) {
            complain(found, path, "must validate all the schemas (allOf)" + (fitting == 0 ? ". None validated" : ""));
        }
    }

    private static Findings better(@Nullable Findings best, Findings result) {
        return best == null || result.checks() > best.checks() ? result : best;
    }

    /** Complaints about a value as a whole stand at the object itself. */
    private static void complain(Findings found, String path, String rule) {
        found.add(FieldError.invalid(FieldPath.ROOT, "", "\"" + Findings.place(path) + "\" " + rule));
    }

    private static void list(List<?> list, Before before, JSONSchemaProps schema, String path, Findings found) {
        var items = Schemas.items(schema);
        if (items != null) {
            var earlier = before.items(schema);
            for (int i = 0; i < list.size(); i++) {
                var item = list.get(i);
                var old = earlier.isEmpty() ? null : earlier.get(UniqueItems.keys(item, schema));
                found.merge(check(item, old == null ? Before.NOTHING : Before.of(old), items, path + "[" + i + "]"));
            }
        }
        if (schema.minItems() != null && list.size() < schema.minItems()) {
            found.broken(path, (long) list.size(), "should have at least " + schema.minItems() + " items");
        }
        if (schema.maxItems() != null && list.size() > schema.maxItems()) {
            found.add(FieldError.tooMany(
                    Findings.field(path), list.size(), schema.maxItems().intValue()));
        }
    }

    private static void map(Map<?, ?> map, Before before, JSONSchemaProps schema, String path, Findings found) {
        if (schema.minProperties() != null && map.size() < schema.minProperties()) {
            found.broken(path, (long) map.size(), "should have at least " + schema.minProperties() + " properties");
            return;
        }
        if (schema.maxProperties() != null && map.size() > schema.maxProperties()) {
            found.add(FieldError.tooMany(
                    Findings.field(path), map.size(), schema.maxProperties().intValue()));
            return;
        }
        var additional = Schemas.additional(schema);
        if (additional != null) {
            map.forEach((name, member) -> {
                if (!schema.properties().containsKey(name)) {
                    found.merge(check(member, before.member((String) name), additional, path + "." + name));
                }
            });
        }
        schema.properties().forEach((name, property) -> {
            if (map.containsKey(name)) {
                found.merge(check(map.get(name), before.member(name), property, below(path, name)));
            }
        });
        for (var name : schema.required()) {
            if (!map.containsKey(name)) {
                found.add(FieldError.required(Findings.field(path + "." + name), ""));
            }
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
