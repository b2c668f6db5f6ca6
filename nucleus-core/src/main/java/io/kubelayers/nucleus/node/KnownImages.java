package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.program.Wildcard;
import java.util.List;

/** Containers that need no script to do what everybody expects of their image: nginx shows its page. */
final class KnownImages {
    private static final List<String> NGINX = List.of("nginx", "nginx:*", "*/nginx", "*/nginx:*");

    private static final String PAGE = "<!DOCTYPE html>\n<html>\n<head><title>Welcome to nginx!</title></head>\n"
            + "<body><h1>Welcome to nginx!</h1></body>\n</html>\n";

    private static final ContainerScript WEB = ContainerScript.standard()
            .serves(
                    80,
                    PortService.http(ask -> ask.path().equals("/")
                            ? HttpAnswer.of(200, "text/html", PAGE)
                            : HttpAnswer.text(404, "404 Not Found\n")));

    private KnownImages() {}

    /** The script of an image, the standard one if nothing is known of it. */
    static ContainerScript script(String image) {
        for (var pattern : NGINX) {
            if (Wildcard.matches(pattern, image)) {
                return WEB;
            }
        }
        return ContainerScript.standard();
    }
}
