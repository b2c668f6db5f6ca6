package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * The flow and the priority level that a request belongs to.
 *
 * @param request the request
 * @param schema the first schema, by precedence, that is about it
 * @param level the level that the schema leads to
 * @param flow what tells its flow from the others of the schema: a user or a namespace; "" if they are all one
 * @param passedOver the schemas that were tried before, in that order
 */
public record FlowClassification(
        AccessRequest request,
        FlowSchema schema,
        PriorityLevelConfiguration level,
        String flow,
        List<FlowSchema> passedOver)
        implements Explained {
    @Override
    public String explain() {
        return "flow schema \"" + schema.metadata().nameOrEmpty() + "\", priority level \""
                + level.metadata().nameOrEmpty() + "\"" + (flow.isEmpty() ? "" : ", flow \"" + flow + "\"");
    }

    @Override
    public Finding finding() {
        var finding = Finding.pass(
                "flowcontrol.classification", "user/" + request.user().username(), explain());
        for (var other : passedOver) {
            finding = finding.because(FlowSchemaMatch.finding(other, request));
        }
        return finding.because(FlowSchemaMatch.finding(schema, request));
    }
}
