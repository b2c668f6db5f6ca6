package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * Everybody who may do something.
 *
 * @param request what they may do; its user does not matter
 * @param holders subjects with the binding that lets them, in trying order
 * @param errors roles that bindings refer to but which don't exist
 */
public record WhoCan(AccessRequest request, List<Holder> holders, List<String> errors) implements Explained {
    /**
     * A subject and the binding that gives it the right.
     *
     * @param subject user, group or service account
     * @param binding why it may
     */
    public record Holder(Subject subject, Binding binding) {}

    public WhoCan {
        holders = List.copyOf(holders);
        errors = List.copyOf(errors);
    }

    /** The subjects, each once. */
    public List<Subject> subjects() {
        return holders.stream().map(Holder::subject).distinct().toList();
    }

    @Override
    public String explain() {
        return holders.isEmpty() ? "nobody" : String.join(", ", names());
    }

    private List<String> names() {
        return holders.stream()
                .map(holder -> holder.binding().describeSubject(holder.subject()))
                .distinct()
                .toList();
    }

    @Override
    public Finding finding() {
        var root = Finding.note("rbac.who-can", request.verb(), explain());
        for (var holder : holders) {
            root = root.because(Finding.pass(
                    "rbac.grant", holder.binding().name(), holder.binding().describe(holder.subject())));
        }
        for (var error : errors) {
            root = root.because(Finding.fail(NearMiss.Kind.ROLE_MISSING.code(), "", error));
        }
        return root;
    }
}
