package io.kubelayers.nucleus.validation;

/** Host and port of an address: a name, or an IPv6 address in brackets ({@code net/url}, {@code parseHost}). */
final class GoUrlHost {
    private GoUrlHost() {}

    static String read(String text) throws GoUrl.MalformedException {
        int open = text.lastIndexOf('[');
        if (open >= 0) {
            return inBrackets(text, open);
        }
        int colon = text.lastIndexOf(':');
        if (colon >= 0) {
            port(text.substring(colon));
        }
        return GoUrlEscapes.HOST.unescape(text);
    }

    private static String inBrackets(String text, int open) throws GoUrl.MalformedException {
        int close = text.lastIndexOf(']');
        if (close < open) {
            throw new GoUrl.MalformedException("missing ']' in host");
        }
        var port = text.substring(close + 1);
        port(port);
        var written = text.substring(open + 1, close);
        int zone = written.indexOf("%25");
        var host = zone < 0
                ? GoUrlEscapes.HOST.unescape(written)
                : GoUrlEscapes.HOST.unescape(written.substring(0, zone))
                        + GoUrlEscapes.ZONE.unescape(written.substring(zone));
        address(host);
        return "[" + host + "]" + port;
    }

    /** What stands in brackets is an IPv6 address: Go has asked for it since 1.25.2. */
    private static void address(String host) throws GoUrl.MalformedException {
        int zone = host.indexOf('%');
        var address = Ips.parse(zone < 0 ? host : host.substring(0, zone));
        if (address.isEmpty()) {
            throw new GoUrl.MalformedException(
                    "invalid host: ParseAddr(" + GoText.quote(host) + "): unable to parse IP");
        }
        if (host.indexOf(':') < 0) {
            throw new GoUrl.MalformedException("invalid IP-literal");
        }
    }

    private static void port(String text) throws GoUrl.MalformedException {
        boolean valid =
                text.isEmpty() || text.startsWith(":") && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
        if (!valid) {
            throw new GoUrl.MalformedException("invalid port " + GoText.quote(text) + " after host");
        }
    }
}
