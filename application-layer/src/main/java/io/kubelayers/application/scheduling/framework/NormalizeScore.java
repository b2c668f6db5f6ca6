package io.kubelayers.application.scheduling.framework;

/** Upstream's {@code DefaultNormalizeScore} ({@code plugins/helper/normalize_score.go}). */
public final class NormalizeScore {
    private NormalizeScore() {}

    /** Scales so that the highest raw score becomes 100. All zero stays zero. */
    public static void highestIsBest(long[] scores) {
        scale(scores, false);
    }

    /** Scales so that the highest raw score becomes 0 and a raw zero becomes 100. */
    public static void lowestIsBest(long[] scores) {
        scale(scores, true);
    }

    private static void scale(long[] scores, boolean reverse) {
        long highest = 0;
        for (long score : scores) {
            highest = Math.max(highest, score);
        }
        for (int i = 0; i < scores.length; i++) {
            long scaled = highest == 0 ? scores[i] : ScorePlugin.MAX_SCORE * scores[i] / highest;
            if (reverse) {
                scaled = highest == 0 ? ScorePlugin.MAX_SCORE : ScorePlugin.MAX_SCORE - scaled;
            }
            scores[i] = scaled;
        }
    }
}
