package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.Quantity.Format;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Arithmetic on amounts by resource name, such as {@code {cpu: 500m, memory: 1Gi}}. Arguments are left as they are;
 * results are immutable and sorted by name.
 *
 * <p>Upstream: {@code pkg/quota/v1/resources.go}.
 */
public final class ResourceList {
    private static final Quantity NONE = Quantity.of(0, Format.DECIMAL_SI);

    private ResourceList() {}

    /**
     * A list from names and amounts in turn: {@code of("cpu", "2", "memory", "1Gi")}.
     *
     * @throws IllegalArgumentException if a name has no amount, or an amount is no quantity
     */
    public static Map<String, Quantity> of(String... namesAndAmounts) {
        if (namesAndAmounts.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "no amount of " + namesAndAmounts[namesAndAmounts.length - 1] + " is given");
        }
        Map<String, Quantity> list = new TreeMap<>();
        for (int i = 0; i < namesAndAmounts.length; i += 2) {
            list.put(namesAndAmounts[i], Quantity.parse(namesAndAmounts[i + 1]));
        }
        return Absent.map(list);
    }

    /** The amount of a resource, zero if it is not in the list. */
    public static Quantity get(Map<String, Quantity> list, String name) {
        return list.getOrDefault(name, NONE);
    }

    /** The CPU of a list in thousandths. */
    public static long milliCpu(Map<String, Quantity> list) {
        return get(list, ResourceName.CPU).milliValue();
    }

    /** The memory of a list in bytes. */
    public static long memory(Map<String, Quantity> list) {
        return get(list, ResourceName.MEMORY).value();
    }

    /** Both together, for every resource of either. */
    public static Map<String, Quantity> add(Map<String, Quantity> a, Map<String, Quantity> b) {
        return combine(a, b, Quantity::add);
    }

    /** The greater amount of every resource of either. */
    public static Map<String, Quantity> max(Map<String, Quantity> a, Map<String, Quantity> b) {
        return combine(a, b, Quantity::max);
    }

    private static Map<String, Quantity> combine(
            Map<String, Quantity> a, Map<String, Quantity> b, BinaryOperator<Quantity> operator) {
        if (b.isEmpty() || a.isEmpty()) {
            return Absent.map(b.isEmpty() ? a : b);
        }
        Map<String, Quantity> result = new TreeMap<>(a);
        b.forEach((name, amount) -> result.merge(name, amount, operator));
        return Absent.map(result);
    }

    /** What is left of {@code a}; negative for what {@code b} has more of, or alone. */
    public static Map<String, Quantity> sub(Map<String, Quantity> a, Map<String, Quantity> b) {
        Map<String, Quantity> result = new TreeMap<>(a);
        b.forEach((name, amount) -> {
            Quantity from = a.get(name);
            result.put(name, from == null ? amount.negate() : from.sub(amount));
        });
        return Absent.map(result);
    }

    /** What is left of {@code a}, zero where it would be negative. Upstream: SubtractWithNonNegativeResult. */
    public static Map<String, Quantity> subToZero(Map<String, Quantity> a, Map<String, Quantity> b) {
        Map<String, Quantity> result = new TreeMap<>(sub(a, b));
        result.replaceAll((name, amount) -> amount.sign() > 0 ? amount : NONE);
        return Absent.map(result);
    }

    /** Only the resources of these names. */
    public static Map<String, Quantity> only(Map<String, Quantity> list, Collection<String> names) {
        Map<String, Quantity> result = new TreeMap<>(list);
        result.keySet().retainAll(names);
        return Absent.map(result);
    }

    /** The resources of which there is something. */
    public static Map<String, Quantity> withoutZeros(Map<String, Quantity> list) {
        Map<String, Quantity> result = new TreeMap<>(list);
        result.values().removeIf(Quantity::isZero);
        return Absent.map(result);
    }

    /** Whether there is nothing of any resource. */
    public static boolean isZero(Map<String, Quantity> list) {
        for (Quantity amount : list.values()) {
            if (!amount.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** The names with a negative amount, sorted. */
    public static List<String> negative(Map<String, Quantity> list) {
        List<String> names = new ArrayList<>();
        new TreeMap<>(list).forEach((name, amount) -> {
            if (amount.sign() < 0) {
                names.add(name);
            }
        });
        return names;
    }

    /** The names, sorted, of which there is more than a limit allows. What has no limit can't exceed it. */
    public static List<String> exceeding(Map<String, Quantity> list, Map<String, Quantity> limits) {
        List<String> names = new ArrayList<>();
        new TreeMap<>(list).forEach((name, amount) -> {
            Quantity limit = limits.get(name);
            if (limit != null && amount.compareTo(limit) > 0) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether everything requested is free. What is not listed as free is not; a request of nothing fits always. */
    public static boolean fits(Map<String, Quantity> request, Map<String, Quantity> free) {
        for (Map.Entry<String, Quantity> entry : request.entrySet()) {
            if (entry.getValue().sign() > 0 && entry.getValue().compareTo(get(free, entry.getKey())) > 0) {
                return false;
            }
        }
        return true;
    }

    /** In words: {@code cpu 500m, memory 1Gi}, or {@code nothing}. */
    public static String text(Map<String, Quantity> list) {
        if (list.isEmpty()) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(list).forEach((name, amount) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(amount));
        return text.toString();
    }
}
