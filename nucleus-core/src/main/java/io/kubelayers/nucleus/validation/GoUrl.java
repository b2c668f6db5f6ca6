package io.kubelayers.nucleus.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address as Go reads it ({@code net/url}, {@code Parse} and {@code ParseRequestURI}). Go takes much that other readers
 * refuse, such as spaces in paths, and API servers put its complaints into their answers.
 *
 * @param scheme what stands before the first colon, in lower case; "" if there is none
 * @param user user and password, escaped; null if there are none
 * @param host host and port, unescaped; "" if there is none
 * @param query what stands behind the question mark, as it was written
 * @param fragment what stands behind the hash, unescaped
 */
public record GoUrl(String scheme, @Nullable String user, String host, String query, String fragment) {
    /** The text is no address; the message says why, as Go does. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String why) {
            super(why, null, false, false);
        }
    }

    /** Reads an address or a reference. */
    public static GoUrl parse(String text) throws MalformedException {
        int hash = text.indexOf('#');
        var address = hash < 0 ? text : text.substring(0, hash);
        var url = of(address, false);
        try {
            var fragment = hash < 0 ? "" : GoUrlEscapes.FRAGMENT.unescape(text.substring(hash + 1));
            return new GoUrl(url.scheme, url.user, url.host, url.query, fragment);
        } catch (MalformedException malformed) {
            throw of(text, malformed);
        }
    }

    /** Reads what an HTTP request may ask for: an absolute address or an absolute path; a hash means nothing. */
    public static GoUrl parseRequest(String text) throws MalformedException {
        return of(text, true);
    }

    private static GoUrl of(String text, boolean request) throws MalformedException {
        try {
            return read(text, request);
        } catch (MalformedException malformed) {
            throw of(text, malformed);
        }
    }

    private static MalformedException of(String text, MalformedException why) {
        return new MalformedException("parse " + GoText.quote(text) + ": " + why.getMessage());
    }

    private static GoUrl read(String text, boolean request) throws MalformedException {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new MalformedException("net/url: invalid control character in URL");
        }
        if (text.isEmpty() && request) {
            throw new MalformedException("empty url");
        }
        int colon = scheme(text);
        var scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        var rest = text.substring(colon + 1);
        int mark = rest.indexOf('?');
        var query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/") && !text.equals("*")) {
            if (!scheme.isEmpty()) {
                return new GoUrl(scheme, null, "", query, ""); // opaque, such as mailto:somebody
            }
            if (request) {
                throw new MalformedException("invalid URI for request");
            }
            if (rest.split("/", 2)[0].contains(":")) {
                throw new MalformedException("first path segment in URL cannot contain colon");
            }
        }
        var authority = "";
        boolean hasAuthority = rest.startsWith("//") && (!scheme.isEmpty() || !request && !rest.startsWith("///"));
        if (hasAuthority) {
            int slash = rest.indexOf('/', 2);
            authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
        }
        int at = authority.lastIndexOf('@');
        var host = GoUrlHost.read(authority.substring(at + 1));
        var user = at < 0 ? null : user(authority.substring(0, at));
        GoUrlEscapes.PATH.unescape(rest);
        return new GoUrl(scheme, user, host, query, "");
    }

    /** Where the colon behind the scheme stands; -1 if there is no scheme. */
    private static int scheme(String text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean other = c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0;
            if (c == ':') {
                if (i == 0) {
                    throw new MalformedException("missing protocol scheme");
                }
                return i;
            }
            if (!letter && (!other || i == 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static String user(String written) throws MalformedException {
        if (!written.chars().allMatch(GoUrlEscapes::mayBeInUser)) {
            throw new MalformedException("net/url: invalid userinfo");
        }
        var parts = written.split(":", 2);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = GoUrlEscapes.escapeUser(GoUrlEscapes.USER.unescape(parts[i]));
        }
        return String.join(":", parts);
    }
}
