package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.streaming.Session;
import java.util.List;

/** What the API answers when it does not refuse; refusals are {@link io.kubelayers.nucleus.errors.ApiException}s. */
public sealed interface ApiResponse {
    /** Texts of Warning headers. */
    List<String> warnings();

    /**
     * One object.
     *
     * @param code 200, 201 when created, 202 when a deletion has begun but the object is still there
     */
    record One(int code, KubernetesObject object, List<String> warnings) implements ApiResponse {}

    /** A collection. */
    record Many(ObjectList<KubernetesObject> list, List<String> warnings) implements ApiResponse {}

    /** A stream of changes. */
    record Watching(WatchStream stream, List<String> warnings) implements ApiResponse {}

    /** Something open to a container, such as its log or a process in it. */
    record Connected(Session session, List<String> warnings) implements ApiResponse {}

    /** A plain outcome, as of a delete that removed the object. */
    record Outcome(int code, Status status, List<String> warnings) implements ApiResponse {}
}
