package io.kubelayers.governance.podsecurity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who of a pod does something wrong: the pod itself, or containers, in the words of upstream's details. */
final class Culprits {
    private final List<String> containers = new ArrayList<>(0);
    private boolean pod;

    void addPod() {
        pod = true;
    }

    void add(String container) {
        containers.add(container);
    }

    boolean isEmpty() {
        return !pod && containers.isEmpty();
    }

    /** {@code uses} or {@code use}. */
    String verb(String one, String several) {
        return plural(containers.size(), one, several);
    }

    /** {@code pod}, {@code container "a"}, {@code pod and containers "a", "b"}. */
    @Override
    public String toString() {
        if (containers.isEmpty()) {
            return "pod";
        }
        var listed = plural(containers.size(), "container ", "containers ") + quoted(containers);
        return pod ? "pod and " + listed : listed;
    }

    static String plural(int count, String one, String several) {
        return count == 1 ? one : several;
    }

    /** {@code "a", "b"}: quotation marks only, nothing is escaped. */
    static String quoted(Collection<String> items) {
        return items.isEmpty() ? "" : "\"" + String.join("\", \"", items) + "\"";
    }
}
