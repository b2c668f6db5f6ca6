package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.admission.AdmissionNotes;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Stored;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the stages: what is known so far. Belongs to one thread.
 *
 * <p>A stage that needs what an earlier one found out asks for it; asking too early is a bug and says so.
 */
public final class RequestContext {
    private final List<String> warnings = new ArrayList<>();
    private final List<String> warningsOnceValid = new ArrayList<>();
    private final Map<String, String> auditAnnotations = new TreeMap<>();
    private final List<Runnable> atEnd = new ArrayList<>(0);
    private ApiRequest request;
    private boolean text;
    private boolean named;
    private boolean looked;
    private boolean insists;
    private @Nullable UserInfo user;
    private @Nullable ResourceType type;
    private @Nullable Stored current;
    private @Nullable KubernetesObject object;
    private @Nullable ApiResponse response;

    RequestContext(ApiRequest request) {
        this.request = request;
    }

    public ApiRequest request() {
        return request;
    }

    void request(ApiRequest changed) {
        request = changed;
    }

    public Verb verb() {
        return request.verb();
    }

    /** Who sends it; known after authentication. */
    public UserInfo user() {
        return known(user, "user");
    }

    void user(UserInfo authenticated) {
        user = authenticated;
    }

    /** The resource it is addressed to; known after routing. */
    public ResourceType type() {
        return known(type, "type");
    }

    void type(ResourceType routed) {
        type = routed;
    }

    /** The object as it is stored, for changes of existing ones; null for creates. */
    public @Nullable Stored current() {
        return current;
    }

    void current(@Nullable Stored stored) {
        current = stored;
    }

    /** The object to be stored, as the stages have made it so far; null for reads and deletes. */
    public @Nullable KubernetesObject object() {
        return object;
    }

    void object(@Nullable KubernetesObject made) {
        object = made;
    }

    KubernetesObject objectToStore() {
        return known(object, "object");
    }

    /** Whether the object has been read out of a text or tree, in which empty lists may stand where others say nothing. */
    boolean wasText() {
        return text;
    }

    void wasText(boolean read) {
        text = read;
    }

    /** Whether the server made the name of the object. */
    boolean wasNamed() {
        return named;
    }

    void wasNamed(boolean generated) {
        named = generated;
    }

    /** Whether an update names the version that it is about, so that it can't be about a newer one. */
    boolean insistsOnVersion() {
        return insists;
    }

    /** Takes down the version that was sent; what stages make of the object later does not count. */
    void sentVersion(@Nullable String version) {
        if (!looked) {
            looked = true;
            insists = version != null;
        }
    }

    /** The answer, once a stage has given it. */
    public @Nullable ApiResponse response() {
        return response;
    }

    void respond(ApiResponse answer) {
        response = answer;
    }

    /** Adds a text that the client is to see as a warning. */
    public void warn(String text) {
        if (!warnings.contains(text)) {
            warnings.add(text);
        }
    }

    /** Adds a text that the client is to see as a warning, unless the object turns out to be invalid. */
    void warnOnceValid(String text) {
        warningsOnceValid.add(text);
    }

    /** The object is valid. */
    void valid() {
        warningsOnceValid.forEach(this::warn);
        warningsOnceValid.clear();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What plugins noted for the audit of this request, by key. */
    public Map<String, String> auditAnnotations() {
        return Collections.unmodifiableMap(auditAnnotations);
    }

    /** Takes down what admission plugins have to say. */
    AdmissionNotes notes() {
        return new AdmissionNotes() {
            @Override
            public void warn(String text) {
                RequestContext.this.warn(text);
            }

            @Override
            public void annotate(String key, String value) {
                auditAnnotations.put(key, value);
            }

            @Override
            public void atEnd(Runnable action) {
                atEnd.add(action);
            }
        };
    }

    /** Says that an attempt has ended; plugins may have been waiting for it. */
    void ended() {
        if (!atEnd.isEmpty()) {
            atEnd.forEach(Runnable::run);
            atEnd.clear();
        }
    }

    private static <T> T known(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("no stage has set the " + what + " yet");
        }
        return value;
    }
}
