package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.validation.GoJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, as upstream writes it down (apiserver {@code storage/continue.go}): the next key, relative
 * to what is listed, so that a token also goes on in the list of another resource. Opaque to clients.
 *
 * @param revision revision of the list; negative goes on in the newest state
 * @param last what the last object of the page is called within the list, such as {@code name} or {@code namespace/name}
 */
record ContinueToken(long revision, String last) {
    /** Goes on in the newest state, since that of the first page is forgotten. */
    static final long NEWEST = -1;

    private static final String VERSION = "meta.k8s.io/v1";

    static ContinueToken behind(Key key, Prefix list, long revision) {
        boolean everywhere = list.namespace() == null && !key.namespace().isEmpty();
        return new ContinueToken(revision, everywhere ? key.namespace() + "/" + key.name() : key.name());
    }

    /** The key in a list behind which to go on. */
    Key after(Prefix list) {
        if (list.namespace() != null) {
            return new Key(list.resource(), list.namespace(), last);
        }
        int slash = last.indexOf('/');
        return slash < 0
                ? new Key(list.resource(), "", last)
                : new Key(list.resource(), last.substring(0, slash), last.substring(slash + 1));
    }

    String encode() {
        // the least key behind another has one character more
        var text = "{\"v\":\"" + VERSION + "\",\"rv\":" + revision + ",\"start\":\"" + last + "\\u0000\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token back.
     *
     * @throws ApiException 400 if it is not one of ours
     */
    static ContinueToken decode(String token) {
        var text = text(token);
        var problem = GoJson.problem(text);
        if (!problem.isEmpty()) {
            throw invalid(": " + problem);
        }
        try {
            var tree = Codec.readTree(text, ReadOptions.ignore());
            return decoded(Tree.text(tree, "v"), Tree.get(tree, "rv"), Tree.text(tree, "start"));
        } catch (DecodeException noObject) {
            throw invalid(": " + noObject.detail());
        }
    }

    private static ContinueToken decoded(String version, @Nullable Object revision, String start) {
        if (!version.equals(VERSION)) {
            throw invalid(": server does not recognize this encoded version " + version);
        }
        if (!(revision instanceof Long number) || number == 0) {
            throw invalid(": incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }
        if (start.isEmpty()) {
            throw invalid(": encoded start key empty (version meta.k8s.io/v1)");
        }
        if (Arrays.stream((start.startsWith("/") ? start.substring(1) : start).split("/", -1))
                .anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."))) {
            throw invalid(": " + start);
        }
        return new ContinueToken(number, start.endsWith("\0") ? start.substring(0, start.length() - 1) : start);
    }

    private static String text(String token) {
        int bad = firstBad(token);
        if (bad >= 0) {
            throw invalid(": illegal base64 data at input byte " + bad);
        }
        return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    }

    /** Where Go stops reading base64, or -1. */
    private static int firstBad(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean known =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!known) {
                return i;
            }
        }
        return token.length() % 4 == 1 ? token.length() - 1 : -1;
    }

    private static ApiException invalid(String why) {
        return ApiErrors.badRequest("invalid continue token: continue key is not valid" + why);
    }
}
