package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.protobuf.Protobuf;
import io.kubelayers.interfaces.http.protobuf.ProtobufException;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.PreconditionsBuilder;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoJson;
import java.util.ArrayList;
import java.util.List;

/** The options of a delete, which are its body or else its query. */
final class DeleteParameters {
    private static final List<String> POLICIES = List.of("Foreground", "Background", "Orphan");

    private static final GroupVersionKind KIND = new GroupVersionKind("", "v1", "DeleteOptions");

    private DeleteParameters() {}

    /**
     * Reads and checks them.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if they can't be read, 422 if they are not well formed
     */
    static DeleteOptions read(HttpRequest request, Codec codec) {
        var options = request.body().length > 0 ? body(request, codec) : query(request.query());
        var errors = new ArrayList<FieldError>();
        var policy = options.propagationPolicy();
        var field = FieldPath.of("propagationPolicy");
        if (policy != null && options.orphanDependents() != null) {
            errors.add(
                    FieldError.invalid(field, policy, "orphanDependents and deletionPropagation cannot be both set"));
        }
        if (policy != null && !POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(field, policy, List.of("Foreground", "Background", "Orphan", "nil")));
        }
        errors.addAll(WriteParameters.dryRunErrors(options.dryRun()));
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("meta.k8s.io", "DeleteOptions", "", errors);
        }
        return options;
    }

    private static DeleteOptions body(HttpRequest request, Codec codec) {
        var format = BodyFormat.of(request);
        try {
            if (format == MediaType.PROTOBUF) {
                var tree = Protobuf.of(codec.types()).read(request.body(), KIND);
                return codec.decode(tree, DeleteOptions.class, ReadOptions.ignore())
                        .value();
            }
            return codec.read(request.text(), DeleteOptions.class, ReadOptions.ignore())
                    .value();
        } catch (DecodeException e) {
            var problem = GoJson.problem(request.text());
            throw problem.isEmpty()
                    ? ApiErrors.badRequest(e.detail())
                    : ApiErrors.unexplained("couldn't get version/kind; json parse error: " + problem);
        } catch (ProtobufException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static DeleteOptions query(Query query) {
        var options = DeleteOptionsBuilder.builder()
                .gracePeriodSeconds(Parameters.number(query, "gracePeriodSeconds"))
                .orphanDependents(Parameters.flag(query, "orphanDependents"))
                .propagationPolicy(Parameters.text(query, "propagationPolicy"))
                .dryRun(query.all("dryRun"));
        if (query.has("preconditions.uid") || query.has("preconditions.resourceVersion")) {
            options.preconditions(PreconditionsBuilder.builder()
                    .uid(Parameters.text(query, "preconditions.uid"))
                    .resourceVersion(Parameters.text(query, "preconditions.resourceVersion"))
                    .build());
        }
        return options.build();
    }
}
