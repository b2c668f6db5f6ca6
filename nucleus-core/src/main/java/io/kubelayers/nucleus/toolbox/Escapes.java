package io.kubelayers.nucleus.toolbox;

/** Characters that are written with a backslash. */
final class Escapes {
    private Escapes() {}

    /** With the characters that are meant; what is not known stays as it is. */
    static String read(String text) {
        var made = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one != '\\' || i + 1 == text.length()) {
                made.append(one);
                continue;
            }
            char letter = text.charAt(++i);
            int known = "ntr\\abfve".indexOf(letter);
            if (known >= 0) {
                made.append("\n\t\r\\\u0007\b\f\u000b\u001b".charAt(known));
            } else if (letter == '0' || letter >= '1' && letter <= '7') {
                int end = i;
                while (end < text.length() && end < i + 4 && "01234567".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                made.append((char) (Integer.parseInt(text.substring(i, end), 8) & 0xff));
                i = end - 1;
            } else if (letter == 'x'
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9a-fA-F]{2}")) {
                made.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                made.append(one).append(letter);
            }
        }
        return made.toString();
    }
}
