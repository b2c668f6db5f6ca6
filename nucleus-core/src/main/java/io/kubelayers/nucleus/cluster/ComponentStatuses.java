package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.core.ComponentStatus;
import io.kubelayers.nucleus.core.ComponentStatus.ComponentCondition;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the parts of the control plane are there, as {@code kubectl get componentstatuses} shows them
 * ({@code pkg/registry/core/componentstatus}). The store always is; of the others upstream asks a port of its own machine,
 * where nobody answers if there is none.
 *
 * @param controllers whether controllers act
 * @param scheduler whether a scheduler is among them
 */
record ComponentStatuses(boolean controllers, boolean scheduler) implements VirtualResource {
    private static final String OK = "ok";

    @Override
    public Class<? extends KubernetesObject> kind() {
        return ComponentStatus.class;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var all = List.of(
                status("controller-manager", controllers ? OK : refused(10257)),
                status("etcd-0", OK),
                status("scheduler", scheduler ? OK : refused(10259)));
        if (request.verb() == Verb.LIST) {
            return new ApiResponse.Many(new ObjectList<>(ListMeta.EMPTY, selected(all, request.options())), List.of());
        }
        for (var status : all) {
            if (request.name().equals(status.metadata().name())) {
                return new ApiResponse.One(200, status, List.of());
            }
        }
        throw ApiErrors.unknown("Component not found: " + request.name());
    }

    private static List<KubernetesObject> selected(List<ComponentStatus> all, RequestOptions options) {
        var labels = options.labelSelector();
        var fields = options.fieldSelector();
        try {
            var byLabels = labels == null ? Selector.everything() : Selector.parse(labels);
            var byFields = fields == null ? FieldSelector.everything() : FieldSelector.parse(fields);
            var selected = new ArrayList<KubernetesObject>();
            for (var status : all) {
                if (byLabels.matches(status.metadata().labels())
                        && byFields.matches(
                                Map.of("metadata.name", status.metadata().nameOrEmpty()))) {
                    selected.add(status);
                }
            }
            return selected;
        } catch (InvalidSelectorException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static ComponentStatus status(String name, String message) {
        var condition = new ComponentCondition(
                ComponentStatus.ComponentConditionType.HEALTHY,
                message.equals(OK) ? ConditionStatus.TRUE : ConditionStatus.FALSE,
                message,
                null);
        return new ComponentStatus(ObjectMetaBuilder.builder().name(name).build(), List.of(condition));
    }

    private static String refused(int port) {
        return "Get \"https://127.0.0.1:" + port + "/healthz\": dial tcp 127.0.0.1:" + port
                + ": connect: connection refused";
    }
}
