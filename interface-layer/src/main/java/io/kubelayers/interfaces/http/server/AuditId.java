package io.kubelayers.interfaces.http.server;

import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The name by which a request is known, its client's or a new one (apiserver {@code endpoints/filters/audit_init.go}). */
final class AuditId {
    private static final String HEADER = "Audit-ID";
    private static final int LONGEST = 64;

    private AuditId() {}

    static void tell(Request request, Response response) {
        var given = request.getHeaders().get(HEADER);
        var id = given == null || given.isEmpty() ? UUID.randomUUID().toString() : given;
        response.getHeaders().put("Audit-Id", id.length() > LONGEST ? id.substring(0, LONGEST) : id);
    }
}
