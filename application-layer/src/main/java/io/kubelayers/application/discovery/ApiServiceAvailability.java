package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an APIService can be asked: the condition Available (kube-aggregator
 * {@code controllers/status/remote/remote_available_controller.go}).
 *
 * @param available whether it can
 * @param reason upstream's word for why
 * @param message the same as a sentence
 */
public record ApiServiceAvailability(boolean available, String reason, String message) implements Explained {
    private static final int USUAL_PORT = 443;

    /**
     * Decides.
     *
     * @param here whether this server answers for the version, whatever service is named
     * @param service the Service that the APIService names; null if there is none
     * @param slices the endpoints of that Service
     */
    public static ApiServiceAvailability of(
            APIService api, boolean here, @Nullable Service service, List<EndpointSlice> slices) {
        var named = api.spec().service();
        if (named == null) {
            return new ApiServiceAvailability(true, "Local", "Local APIServices are always available");
        }
        if (here) {
            return new ApiServiceAvailability(true, "Passed", "all checks passed");
        }
        var place = "service/" + named.name() + " in \"" + named.namespace() + "\"";
        if (service == null) {
            return new ApiServiceAvailability(false, "ServiceNotFound", place + " is not present");
        }
        int number = named.port() == null ? USUAL_PORT : named.port();
        if (!Objects.equals(service.spec().type(), Service.Type.EXTERNAL_NAME)) {
            var port = port(service, number);
            if (port == null) {
                return new ApiServiceAvailability(
                        false, "ServicePortError", place + " is not listening on port " + number);
            }
            if (slices.isEmpty()) {
                return new ApiServiceAvailability(
                        false, "EndpointsNotFound", "cannot find endpointslices for " + place);
            }
            var name = port.name() == null ? "" : port.name();
            if (slices.stream().noneMatch(slice -> answers(slice, name))) {
                return new ApiServiceAvailability(
                        false,
                        "MissingEndpoints",
                        "endpointslices for " + place + " have no addresses with port name \"" + name + "\"");
            }
        }
        return new ApiServiceAvailability(
                false,
                "FailedDiscoveryCheck",
                "failing or missing response from https://" + named.name() + "." + named.namespace() + ".svc:" + number
                        + "/apis/" + api.spec().group() + "/" + api.spec().version()
                        + ": requests are not passed on to other API servers");
    }

    private static @Nullable ServicePort port(Service service, int number) {
        for (var port : service.spec().ports()) {
            if (port.port() == number) {
                return port;
            }
        }
        return null;
    }

    private static boolean answers(EndpointSlice slice, String port) {
        boolean named = slice.ports().stream().anyMatch(one -> port.equals(one.name() == null ? "" : one.name()));
        return named
                && slice.endpoints().stream()
                        .anyMatch(endpoint ->
                                !Boolean.FALSE.equals(endpoint.conditions().ready())
                                        && !endpoint.addresses().isEmpty());
    }

    @Override
    public String explain() {
        return message;
    }

    @Override
    public Finding finding() {
        return available
                ? Finding.pass("apiservice.available", reason, message)
                : Finding.fail("apiservice.available", reason, message);
    }
}
