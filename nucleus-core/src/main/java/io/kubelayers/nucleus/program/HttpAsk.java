package io.kubelayers.nucleus.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it comes to a port.
 *
 * @param method such as {@code GET}
 * @param target path and query
 * @param headers headers, names in lower case
 * @param body what it carries
 */
public record HttpAsk(String method, String target, Map<String, List<String>> headers, byte[] body) {
    public HttpAsk {
        headers = new TreeMap<>(headers);
    }

    /** The path without the query. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** A header, "" if it is not there. */
    public String header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
