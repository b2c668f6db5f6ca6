package io.kubelayers.interfaces.http.openapi;

import java.util.Map;

/** What documents say of things that no record describes: values of all kinds, lists, events, parameters, operations. */
final class Texts {
    static final String API_VERSION =
            "Group and version of the schema that the object is written in, such as apps/v1; only the version for the"
                    + " core group.";
    static final String KIND = "What the object is, in CamelCase, such as Pod; never changes.";
    static final String LIST_METADATA = "Resource version of the list, and how to go on where there is more.";
    static final String EVENT =
            "One change that a watch tells of: ADDED, MODIFIED or DELETED; or a BOOKMARK or an ERROR.";
    static final String EVENT_OBJECT =
            "The object after the change, or before it if it was deleted; at a bookmark only its resource version; at"
                    + " an error a Status.";
    static final String FIELDS =
            "A set of fields as a tree: f: names a field, k: an item of a list by its keys, v: one by its value, i: one"
                    + " by its place, and . stands for the thing itself.";
    static final String QUANTITY =
            "An exact amount as a number with a suffix, decimal (n, u, m, k, M, G, T, P, E), binary (Ki, Mi, Gi, Ti,"
                    + " Pi, Ei) or an exponent of ten: 500m, 1.5Gi, 1e3.";
    static final String INT_OR_STRING =
            "A whole number, or text that the field gives a meaning to, such as a percentage or the name of a port.";
    static final String DURATION = "A length of time as numbers with units: 1h30m, 250ms.";
    static final String TIME = "An instant in the form of RFC 3339, to the second.";
    static final String MICRO_TIME = "An instant in the form of RFC 3339, to the microsecond.";
    static final String VERSION = "What the server is, and which versions it can pass for.";
    static final String PATCH = "A change, in the form that the content type names.";
    static final String ANY_OBJECT = "Any object, kept as it is.";

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry(
                    "allowWatchBookmarks", "True lets the server send bookmarks: events that only tell how far it is."),
            Map.entry("continue", "Where to go on: the token that came with the page before, all else being the same."),
            Map.entry("dryRun", "All goes through every check and change, but stores nothing."),
            Map.entry(
                    "fieldManager",
                    "Who is said to own the fields that the write sets; up to 128 printable characters."),
            Map.entry(
                    "fieldValidation",
                    "What becomes of fields that are unknown or there twice: Ignore drops them, Warn, which is the"
                            + " default, drops and tells them, Strict refuses the write."),
            Map.entry(
                    "fieldSelector",
                    "Narrows the list of returned objects to those whose fields have these values, such as"
                            + " status.phase=Running."),
            Map.entry("force", "True takes fields over from their owners; only for apply patches."),
            Map.entry(
                    "gracePeriodSeconds",
                    "Seconds given to end in order; 0 deletes at once; absent means the kind's own."),
            Map.entry(
                    "ignoreStoreReadErrorWithClusterBreakingPotential",
                    "True deletes even what cannot be read any more, without looking at finalizers or preconditions."),
            Map.entry("labelSelector", "Only objects with such labels: app=web, tier in (a,b), !canary."),
            Map.entry("limit", "Most objects in one answer; where there are more, it has a token to continue with."),
            Map.entry("logpath", "Path of the log."),
            Map.entry("name", "Name of the object."),
            Map.entry("namespace", "Namespace of the object."),
            Map.entry("orphanDependents", "Deprecated: true is the propagation policy Orphan, false is Background."),
            Map.entry("path", "The rest of the path, for whoever the request is passed on to."),
            Map.entry("pretty", "True indents the answer."),
            Map.entry(
                    "propagationPolicy",
                    "What becomes of objects that this one owns: Orphan lets them be, Background deletes them"
                            + " afterwards, Foreground before."),
            Map.entry("resourceVersion", "The state to read or to watch from; resourceVersionMatch says how exactly."),
            Map.entry(
                    "resourceVersionMatch",
                    "Exact asks for the state at resourceVersion, NotOlderThan for any since then."),
            Map.entry(
                    "sendInitialEvents",
                    "True begins a watch with what there is already, and with a bookmark that says when that was all."),
            Map.entry("timeoutSeconds", "Seconds after which a list is given up or a watch ends."),
            Map.entry("watch", "Watch for changes to the described resources instead of listing them."));

    private Texts() {}

    /** What a parameter is for; "" for one that isn't known. */
    static String parameter(String name) {
        return PARAMETERS.getOrDefault(name, "");
    }

    /** What the items of a list are. */
    static String items(String plural) {
        return "List of " + plural + ", in the order of their keys.";
    }

    /** What an operation does, told by its action: {@code list} of kind Pod, or {@code get} of its subresource. */
    static String operation(String action, String kind, String subresource) {
        var what = subresource.isEmpty() ? "object of kind " + kind : subresource + " of an object of kind " + kind;
        return switch (action) {
            case "list" -> "Lists or watches objects of kind " + kind + ".";
            case "watchlist" -> "Watches objects of kind " + kind
                    + "; deprecated, a list with watch=true does the same.";
            case "watch" -> "Watches an object of kind " + kind + "; deprecated, a list with watch=true does the same.";
            case "deletecollection" -> "Deletes objects of kind " + kind + ".";
            case "post" -> "Creates the " + what + ".";
            case "put" -> "Replaces the " + what + ".";
            case "patch" -> "Changes the " + what + " in part.";
            case "delete" -> "Deletes the " + what + ".";
            case "connect" -> "Opens a connection to the " + what + ".";
            default -> "Reads the " + what + ".";
        };
    }
}
