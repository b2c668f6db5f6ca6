package io.kubelayers.nucleus.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Finds the type of an expression, and what does not fit together in it. */
final class Checker {
    private static final Set<String> PREDICATES = Set.of("all", "exists", "exists_one", "existsOne");
    private static final Set<String> OVER_ITEMS = Set.of(
            "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap", "sortBy");
    private static final Set<String> NAMESPACES = Set.of(
            "sets", "math", "lists", "base64", "cel", "optional", "format", "jsonpatch", "ip", "strings", "regex");

    /** Types are values too. */
    private static final Set<String> TYPES = Set.of(
            "bool",
            "bytes",
            "double",
            "duration",
            "google",
            "int",
            "list",
            "map",
            "null_type",
            "string",
            "timestamp",
            "type",
            "uint");

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    Type type(Node node, Environment environment) {
        if (node instanceof Node.Literal literal) {
            return literal.type();
        } else if (node instanceof Node.Name name) {
            var type = environment.type(name.name());
            if (type == null && TYPES.contains(name.name())) {
                return Type.UNKNOWN;
            }
            return type == null ? undeclared(name.offset(), name.name()) : type;
        } else if (node instanceof Node.Select select) {
            return field(select, type(select.operand(), environment));
        } else if (node instanceof Node.Items list) {
            return Type.list(common(list.items(), environment, 0, 1));
        } else if (node instanceof Node.Entries map) {
            return Type.map(
                    common(map.keysAndValues(), environment, 0, 2), common(map.keysAndValues(), environment, 1, 2));
        } else if (node instanceof Node.Made made) {
            made.values().forEach(value -> type(value, environment));
            return Type.UNKNOWN;
        }
        return call((Node.Call) node, environment);
    }

    private Type undeclared(int offset, String name) {
        problems.add(new Problem(offset, "undeclared reference to '" + name + "' (in container '')"));
        return Type.UNKNOWN;
    }

    private Type field(Node.Select select, Type operand) {
        if (operand.isAny()) {
            return operand;
        }
        if (operand.is("map")) {
            return operand.parameters().get(1);
        }
        var fields = operand.fields();
        if (fields == null) {
            problems.add(
                    new Problem(select.offset(), "type '" + operand.shown() + "' does not support field selection"));
            return Type.UNKNOWN;
        }
        var type = fields.get(select.field());
        if (type == null) {
            problems.add(new Problem(select.offset(), "undefined field '" + select.field() + "'"));
            return Type.UNKNOWN;
        }
        return type;
    }

    /** The type of every so many items; anything if they differ. */
    private Type common(List<Node> nodes, Environment environment, int first, int step) {
        Type common = null;
        for (int i = first; i < nodes.size(); i += step) {
            var type = type(nodes.get(i), environment);
            common = common == null || common.equals(type) ? type : Type.DYN;
        }
        return common == null ? Type.DYN : common;
    }

    private Type call(Node.Call call, Environment environment) {
        var target = call.target();
        if (target == null && call.function().equals("has")) {
            return has(call, environment);
        }
        if (target instanceof Node.Name space
                && NAMESPACES.contains(space.name())
                && environment.type(space.name()) == null) {
            return ofNamespace(call, space.name(), environment);
        }
        var of = target == null ? null : type(target, environment);
        if (of != null
                && OVER_ITEMS.contains(call.function())
                && call.arguments().size() > 1) {
            return overItems(call, of, environment);
        }
        if (of != null && call.function().startsWith("opt") && call.arguments().size() == 2) {
            return bound(call, Type.UNKNOWN, environment);
        }
        var types = new ArrayList<Type>();
        call.arguments().forEach(argument -> types.add(type(argument, environment)));
        if (Operators.has(call.function())) {
            var result = Operators.result(call.function(), types);
            return result == null ? noOverload(call, types) : result;
        }
        var result = Functions.result(call.function());
        return result == null ? undeclared(call.offset(), call.function()) : result;
    }

    private Type noOverload(Node.Call call, List<Type> types) {
        var applied = new StringJoiner(", ", "(", ")");
        types.forEach(type -> applied.add(type.shown()));
        problems.add(new Problem(
                call.offset(),
                "found no matching overload for '" + call.function() + "' applied to '" + applied + "'"));
        return Type.UNKNOWN;
    }

    private Type has(Node.Call call, Environment environment) {
        if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Select select) {
            type(select, environment);
        } else {
            problems.add(new Problem(call.offset(), "invalid argument to has() macro"));
        }
        return Type.BOOL;
    }

    private Type ofNamespace(Node.Call call, String space, Environment environment) {
        if (space.equals("cel")
                && call.arguments().size() == 3
                && call.arguments().get(0) instanceof Node.Name name) {
            var value = type(call.arguments().get(1), environment);
            return type(call.arguments().get(2), environment.with(name.name(), value));
        }
        call.arguments().forEach(argument -> type(argument, environment));
        return space.equals("sets") ? Type.BOOL : Type.UNKNOWN;
    }

    /** Macros that look at each item of a list, or each key of a map, under a name. */
    private Type overItems(Node.Call call, Type of, Environment environment) {
        var item = of.is("list") || of.is("map") ? of.parameters().get(0) : Type.DYN;
        if (!of.isAny() && !of.is("list") && !of.is("map")) {
            int offset = call.target() == null ? call.offset() : call.target().offset();
            problems.add(new Problem(
                    offset,
                    "expression of type '" + of.shown()
                            + "' cannot be range of a comprehension (must be list, map, or dynamic)"));
        }
        var last = bound(call, item, environment);
        if (PREDICATES.contains(call.function())) {
            return Type.BOOL;
        }
        if (call.function().equals("filter")) {
            return Type.list(item);
        }
        return call.function().equals("map") ? Type.list(last) : Type.UNKNOWN;
    }

    /** The type of the last argument, where those before all but the names may name what is looked at. */
    private Type bound(Node.Call call, Type item, Environment environment) {
        var inner = environment;
        int first = 0;
        var arguments = call.arguments();
        int names =
                call.function().startsWith("transform") || arguments.size() == 3 && PREDICATES.contains(call.function())
                        ? 2
                        : 1;
        while (first < names && arguments.get(first) instanceof Node.Name name) {
            inner = inner.with(name.name(), names == 2 ? Type.DYN : item);
            first++;
        }
        Type last = Type.UNKNOWN;
        for (int i = first; i < arguments.size(); i++) {
            last = type(arguments.get(i), inner);
        }
        return last;
    }
}
