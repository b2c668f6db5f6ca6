package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;

/** The questions a taint answers by itself. */
public final class Taints {
    private Taints() {}

    /** True for NoSchedule and NoExecute, which keep pods off a node; PreferNoSchedule only lowers its score. */
    public static boolean repelsPods(Taint taint) {
        return taint.effect().equals(TaintEffect.NO_SCHEDULE) || evictsPods(taint);
    }

    /** True for NoExecute, which also drives out the pods that run already. */
    public static boolean evictsPods(Taint taint) {
        return taint.effect().equals(TaintEffect.NO_EXECUTE);
    }

    /** True for PreferNoSchedule. */
    public static boolean discouragesPods(Taint taint) {
        return taint.effect().equals(TaintEffect.PREFER_NO_SCHEDULE);
    }

    /** The taint as {@code kubectl taint} writes it: {@code key=value:effect}, without a value {@code key:effect}. */
    public static String text(Taint taint) {
        return taint.key() + (taint.value() == null ? "" : "=" + taint.value()) + ":" + taint.effect();
    }
}
