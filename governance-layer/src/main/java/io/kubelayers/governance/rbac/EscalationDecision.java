package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * May somebody hand out rights? Only those it holds itself.
 *
 * @param user who hands them out
 * @param resolutionErrors roles of the user that don't exist, which may be why rights are missing
 * @param cover how far the rights held cover those handed out
 * @param wording the refusal where it is not the usual one; empty otherwise
 */
public record EscalationDecision(UserInfo user, List<String> resolutionErrors, RuleCover cover, String wording)
        implements Explained {
    public EscalationDecision {
        resolutionErrors = List.copyOf(resolutionErrors);
    }

    /** Somebody to whom the restriction does not apply. */
    static EscalationDecision lifted(UserInfo user) {
        return new EscalationDecision(user, List.of(), new RuleCover(List.of()), "");
    }

    EscalationDecision worded(String refusal) {
        return new EscalationDecision(user, resolutionErrors, cover, refusal);
    }

    public boolean allowed() {
        return cover.covered();
    }

    /** Upstream's refusal; empty if allowed. */
    public String error() {
        if (allowed()) {
            return "";
        }
        if (!wording.isEmpty()) {
            return wording;
        }
        var message = "user " + GoText.quote(Subjects.nameOf(user)) + " (groups=" + GoText.quote(user.groups())
                + ") is attempting to grant RBAC permissions not currently held:\n"
                + String.join("\n", CompactRules.texts(cover.uncovered()));
        return resolutionErrors.isEmpty()
                ? message
                : message + "; resolution errors: [" + GoText.aggregate(resolutionErrors) + "]";
    }

    @Override
    public String explain() {
        return allowed() ? "user " + GoText.quote(Subjects.nameOf(user)) + " may grant these rights" : error();
    }

    @Override
    public Finding finding() {
        var subject = "user/" + Subjects.nameOf(user);
        return allowed()
                ? Finding.pass("rbac.escalation", subject, explain())
                : Finding.fail("rbac.escalation", subject, explain())
                        .because(cover.finding().children());
    }
}
