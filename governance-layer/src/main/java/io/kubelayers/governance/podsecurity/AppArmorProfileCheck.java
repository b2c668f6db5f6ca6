package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.AppArmorProfile;
import io.kubelayers.nucleus.validation.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The AppArmor profile of the runtime must not be switched off or exchanged for one that is not on the node.
 *
 * <p>Fields: {@code securityContext.appArmorProfile.type} of the pod and every container (RuntimeDefault, Localhost or
 * unset), and the older annotations {@code container.apparmor.security.beta.kubernetes.io/*} (runtime/default,
 * localhost/* or empty). Upstream: {@code policy/check_appArmorProfile.go}.
 */
final class AppArmorProfileCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "appArmorProfile";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, AppArmorProfileCheck::test));
    }

    private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

    private static Optional<Wrong> test(PodUnderTest pod) {
        var culprits = new Culprits();
        var types = new TreeSet<String>();
        var context = pod.spec().securityContext();
        if (context != null && isForbidden(context.appArmorProfile(), types)) {
            culprits.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            if (own != null && isForbidden(own.appArmorProfile(), types)) {
                culprits.add(container.name());
            }
        }
        var annotations = forbiddenAnnotations(pod);
        if (culprits.isEmpty() && annotations.isEmpty()) {
            return Optional.empty();
        }
        var setters = new ArrayList<String>();
        if (!culprits.isEmpty()) {
            setters.add(culprits.toString());
        }
        if (!annotations.isEmpty()) {
            setters.add(Culprits.plural(annotations.size(), "annotation", "annotations"));
        }
        var values = new ArrayList<>(types);
        values.addAll(annotations);
        return Optional.of(new Wrong(
                Culprits.plural(values.size(), "forbidden AppArmor profile", "forbidden AppArmor profiles"),
                String.join(" and ", setters) + " must not set AppArmor profile type to " + Culprits.quoted(values)));
    }

    private static boolean isForbidden(@Nullable AppArmorProfile profile, TreeSet<String> types) {
        if (profile == null
                || profile.type().equals(AppArmorProfile.Type.RUNTIME_DEFAULT)
                || profile.type().equals(AppArmorProfile.Type.LOCALHOST)) {
            return false;
        }
        types.add(profile.type());
        return true;
    }

    private static TreeSet<String> forbiddenAnnotations(PodUnderTest pod) {
        var forbidden = new TreeSet<String>();
        for (var annotation : pod.annotations().entrySet()) {
            var profile = annotation.getValue();
            if (annotation.getKey().startsWith(ANNOTATION)
                    && !profile.isEmpty()
                    && !profile.equals("runtime/default")
                    && !profile.startsWith("localhost/")) {
                forbidden.add(annotation.getKey() + "=" + GoText.quote(profile));
            }
        }
        return forbidden;
    }
}
