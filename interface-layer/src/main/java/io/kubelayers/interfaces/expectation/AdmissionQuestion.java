package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;

/**
 * Would the API server take these objects? Tried on a fork, authorization, admission and quota included.
 *
 * @param reason words that a refusal must contain
 * @param code HTTP status of a refusal; 0 for any
 */
record AdmissionQuestion(boolean admitted, GivenObjects objects, UserInfo user, String reason, int code)
        implements Question {

    static AdmissionQuestion read(Fields fields, boolean admitted) {
        boolean somebody = fields.has("user") || fields.has("serviceAccount");
        return new AdmissionQuestion(
                admitted,
                fields.objects(),
                somebody ? AccessQuestion.user(fields) : Users.admin(),
                admitted ? "" : fields.optional("reason"),
                admitted ? 0 : fields.number("code", 0));
    }

    @Override
    public String sentence() {
        return objects.describe()
                + (admitted ? " is admitted" : " is denied")
                + (code == 0 ? "" : " with " + code)
                + (reason.isEmpty() ? "" : ": " + reason);
    }

    @Override
    public Answer ask(Cluster cluster) {
        try (var fork = cluster.fork()) {
            var client = fork.as(user);
            for (var object : objects.in(fork)) {
                try {
                    Trial.write(client, object);
                } catch (ApiException refusal) {
                    return refused(refusal);
                }
            }
        }
        return new Answer(admitted, "it is admitted", null);
    }

    private Answer refused(ApiException refusal) {
        var found = refusal.code() + " " + refusal.explain();
        boolean asExpected = !admitted
                && (code == 0 || code == refusal.code())
                && refusal.explain().contains(reason);
        return new Answer(asExpected, found, refusal.finding());
    }
}
