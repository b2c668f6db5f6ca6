package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors of changes that were told as those of a new object first, and then as those of the change: since 1.34 ReplicaSets
 * and DaemonSets are looked at once, since 1.35 roles and their bindings, claims of volumes, attachments and classes of
 * volume attributes, too. The message told each once even then.
 */
final class ToldOnce {
    private static final Set<String> VERBS = Set.of("PUT", "PATCH");
    private static final Pattern PATH =
            Pattern.compile("/apis?/.*/(replicasets|daemonsets|persistentvolumeclaims|volumeattachments"
                    + "|volumeattributesclasses|(cluster)?roles|(cluster)?rolebindings)/[^/?]+(/status)?(\\?.*)?");

    private ToldOnce() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> step) {
        if (!VERBS.contains(Tree.text(step, "request", "method"))
                || !PATH.matcher(Tree.text(step, "request", "path")).matches()
                || !(Tree.get(step, "response", "body", "details", "causes") instanceof List<?> all)) {
            return step;
        }
        var left = new ArrayList<Object>(all);
        for (var cause : Set.copyOf(all)) {
            boolean metadata = String.valueOf(Tree.get(cause, "field")).startsWith("metadata");
            // of metadata the server tells once more, and the kind once for the change and once for the whole
            if (Collections.frequency(all, cause) > (metadata ? 2 : 1)) {
                left.remove(cause);
            }
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body.details")) {
                map.put("causes", left);
            }
        });
    }
}
