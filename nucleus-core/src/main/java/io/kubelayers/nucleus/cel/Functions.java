package io.kubelayers.nucleus.cel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What functions give: those of the language and of the libraries that Kubernetes adds. */
final class Functions {
    private static final Map<String, Type> RESULTS = new HashMap<>();

    static {
        give(Type.BOOL, "contains", "startsWith", "endsWith", "matches", "bool", "isSorted", "isURL", "isIP", "isCIDR");
        give(Type.BOOL, "isCanonical", "isQuantity", "isInteger", "isLessThan", "isGreaterThan", "isUnspecified");
        give(Type.BOOL, "isLoopback", "isLinkLocalMulticast", "isLinkLocalUnicast", "isGlobalUnicast", "containsIP");
        give(
                Type.BOOL,
                "containsCIDR",
                "allowed",
                "errored",
                "hasValue",
                "isSemver",
                "sets.contains",
                "isInf",
                "isNaN");
        give(Type.INT, "size", "int", "indexOf", "lastIndexOf", "getFullYear", "getMonth", "getDate", "getDayOfMonth");
        give(
                Type.INT,
                "getDayOfWeek",
                "getDayOfYear",
                "getHours",
                "getMinutes",
                "getSeconds",
                "getMilliseconds",
                "family");
        give(Type.INT, "prefixLength", "compareTo", "asInteger", "sign", "major", "minor", "patch");
        give(Type.UINT, "uint");
        give(Type.DOUBLE, "double", "asApproximateFloat");
        give(Type.BYTES, "bytes", "decode");
        give(
                Type.STRING,
                "string",
                "lowerAscii",
                "upperAscii",
                "replace",
                "substring",
                "trim",
                "charAt",
                "join",
                "format");
        give(
                Type.STRING,
                "find",
                "getScheme",
                "getHost",
                "getHostname",
                "getPort",
                "getEscapedPath",
                "reason",
                "error");
        give(Type.STRING, "encode", "quote");
        give(Type.list(Type.STRING), "split", "findAll");
        give(Type.map(Type.STRING, Type.list(Type.STRING)), "getQuery");
        give(Type.TIMESTAMP, "timestamp");
        give(Type.DURATION, "duration");
        give(Type.DYN, "dyn");
        give(
                Type.UNKNOWN,
                "type",
                "sum",
                "min",
                "max",
                "url",
                "ip",
                "cidr",
                "masked",
                "quantity",
                "add",
                "sub",
                "semver");
        give(Type.UNKNOWN, "path", "group", "resource", "subresource", "namespace", "name", "check", "serviceAccount");
        give(
                Type.UNKNOWN,
                "fieldSelector",
                "labelSelector",
                "value",
                "orValue",
                "optional",
                "of",
                "none",
                "ofNonZeroValue");
        give(
                Type.UNKNOWN,
                "or",
                "named",
                "validate",
                "greatest",
                "least",
                "flatten",
                "sort",
                "sortBy",
                "distinct",
                "range");
        give(
                Type.UNKNOWN,
                "slice",
                "reverse", // of texts and of lists
                "lists",
                "first",
                "last",
                "bind",
                "ceil",
                "floor",
                "round",
                "trunc",
                "abs",
                "jsonpatch");
        give(
                Type.UNKNOWN,
                "escapeKey",
                "equivalent",
                "intersects",
                "includes",
                "ip.isCanonical",
                "optFlatMap",
                "optMap");
        give(Type.UNKNOWN, "transformList", "transformMap", "transformMapEntry", "block");
    }

    private Functions() {}

    private static void give(Type result, String... names) {
        for (var name : names) {
            RESULTS.put(name, result);
        }
    }

    /** What a function gives; null if there is none of that name. */
    static @Nullable Type result(String name) {
        return RESULTS.get(name);
    }
}
