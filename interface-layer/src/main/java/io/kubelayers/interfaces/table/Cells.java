package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that cells of several kinds share. */
final class Cells {
    static final String NONE = "<none>";
    static final String UNSET = "<unset>";
    static final String UNKNOWN = "<unknown>";

    private Cells() {}

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    static String name(KubernetesObject object) {
        return object.metadata().nameOrEmpty();
    }

    static String age(KubernetesObject object, Instant now) {
        return Ages.since(object.metadata().creationTimestamp(), now);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The text, or what stands for none. */
    static String text(@Nullable String text, String absent) {
        return text == null || text.isEmpty() ? absent : text;
    }

    static int number(@Nullable Integer number, int absent) {
        return number == null ? absent : number;
    }

    static boolean flag(@Nullable Boolean flag, boolean absent) {
        return flag == null ? absent : flag;
    }

    static String containers(List<Container> containers) {
        var names = new ArrayList<String>();
        for (var container : containers) {
            names.add(container.name());
        }
        return String.join(",", names);
    }

    static String images(List<Container> containers) {
        var images = new ArrayList<String>();
        for (var container : containers) {
            images.add(text(container.image()));
        }
        return String.join(",", images);
    }

    static String labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return NONE;
        }
        var pairs = new ArrayList<String>();
        labels.forEach((key, value) -> pairs.add(key + "=" + value));
        return String.join(",", pairs);
    }

    /** The first values of a list, and how many more there are. */
    static String first(int most, List<String> values, String separator) {
        if (values.size() <= most) {
            return String.join(separator, values);
        }
        return String.join(separator, values.subList(0, most)) + " + " + (values.size() - most) + " more...";
    }
}
