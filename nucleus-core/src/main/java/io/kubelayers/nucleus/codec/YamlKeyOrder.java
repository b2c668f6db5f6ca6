package io.kubelayers.nucleus.codec;

import java.util.Comparator;

/**
 * The order of keys in YAML output: like the alphabet, but numbers inside by their value ({@code a2} before {@code a10}),
 * and letters after everything else.
 *
 * <p>Source: {@code sorter.go} of goyaml v2.
 */
final class YamlKeyOrder implements Comparator<String> {
    static final YamlKeyOrder NATURAL = new YamlKeyOrder();

    private YamlKeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] == b[i]) {
                continue;
            }
            boolean leftLetter = Character.isLetter(a[i]);
            boolean rightLetter = Character.isLetter(b[i]);
            if (leftLetter && rightLetter) {
                return Integer.compare(a[i], b[i]);
            }
            if (leftLetter || rightLetter) {
                return rightLetter ? -1 : 1;
            }
            return byNumber(a, b, i);
        }
        return Integer.compare(a.length, b.length);
    }

    private static int byNumber(int[] a, int[] b, int at) {
        long left = 0;
        long right = 0;
        int i = at;
        int j = at;
        if (a[at] == '0' || b[at] == '0') {
            // zeros in front: what follows decides
            for (int k = at - 1; k >= 0 && Character.isDigit(a[k]); k--) {
                if (a[k] != '0') {
                    left = 1;
                    right = 1;
                    break;
                }
            }
        }
        for (; i < a.length && Character.isDigit(a[i]); i++) {
            left = left * 10 + a[i] - '0';
        }
        for (; j < b.length && Character.isDigit(b[j]); j++) {
            right = right * 10 + b[j] - '0';
        }
        if (left != right) {
            return Long.compare(left, right);
        }
        return i != j ? Integer.compare(i, j) : Integer.compare(a[at], b[at]);
    }
}
