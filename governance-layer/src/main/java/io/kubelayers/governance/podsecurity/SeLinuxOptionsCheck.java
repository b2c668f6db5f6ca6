package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.SELinuxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * SELinux types must be those made for containers, and user and role must be left alone.
 *
 * <p>Fields: {@code securityContext.seLinuxOptions} of pod and containers. The type container_engine_t is allowed since
 * 1.31. Upstream: {@code policy/check_seLinuxOptions.go}.
 */
final class SeLinuxOptionsCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "seLinuxOptions";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(
                Revision.since(0, pod -> test(pod, Set.of("container_t", "container_init_t", "container_kvm_t"))),
                Revision.since(
                        31,
                        pod -> test(
                                pod,
                                Set.of("container_t", "container_init_t", "container_kvm_t", "container_engine_t"))));
    }

    private static Optional<Wrong> test(PodUnderTest pod, Set<String> allowed) {
        var found = new Found(allowed);
        var context = pod.spec().securityContext();
        if (context != null && found.isForbidden(context.seLinuxOptions())) {
            found.culprits.addPod();
        }
        for (var container : pod.containers()) {
            var own = container.securityContext();
            if (own != null && found.isForbidden(own.seLinuxOptions())) {
                found.culprits.add(container.name());
            }
        }
        return found.culprits.isEmpty() ? Optional.empty() : Optional.of(new Wrong("seLinuxOptions", found.detail()));
    }

    /** What is wrong, gathered over pod and containers. */
    private static final class Found {
        private final Set<String> allowed;
        private final Culprits culprits = new Culprits();
        private final TreeSet<String> types = new TreeSet<>();
        private boolean user;
        private boolean role;

        Found(Set<String> allowed) {
            this.allowed = allowed;
        }

        boolean isForbidden(@Nullable SELinuxOptions options) {
            if (options == null) {
                return false;
            }
            var type = options.type();
            boolean badType = type != null && !allowed.contains(type);
            if (badType) {
                types.add(type);
            }
            user |= options.user() != null;
            role |= options.role() != null;
            return badType || options.user() != null || options.role() != null;
        }

        String detail() {
            var wrong = new ArrayList<String>();
            if (!types.isEmpty()) {
                wrong.add(Culprits.plural(types.size(), "type ", "types ") + Culprits.quoted(types));
            }
            if (user) {
                wrong.add("user may not be set");
            }
            if (role) {
                wrong.add("role may not be set");
            }
            return culprits + " set forbidden securityContext.seLinuxOptions: " + String.join("; ", wrong);
        }
    }
}
