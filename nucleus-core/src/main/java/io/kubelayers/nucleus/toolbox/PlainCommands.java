package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Commands that need little: numbers, formats, sums, what machine it is. */
final class PlainCommands {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PlainCommands() {}

    private static void print(Invocation run, String text) {
        run.print(text + "\n");
        run.exit(0);
    }

    static void uptime(Invocation run) {
        print(run, " " + TIME.format(run.now()) + " up 0 min,  load average: 0.00, 0.00, 0.00");
    }

    static void uname(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "asnrvmo");
            var parts = new ArrayList<String>();
            boolean all = options.has('a');
            if (all || options.has('s') || options.values().isEmpty()) {
                parts.add("Linux");
            }
            if (all || options.has('n')) {
                parts.add(run.pod().metadata().nameOrEmpty());
            }
            if (all || options.has('r')) {
                parts.add("6.1.0");
            }
            if (all || options.has('v')) {
                parts.add("#1 SMP");
            }
            if (all || options.has('m')) {
                parts.add("x86_64");
            }
            if (all || options.has('o')) {
                parts.add("Linux");
            }
            print(run, String.join(" ", parts));
        });
    }

    static void basename(Invocation run) {
        var words = run.command();
        var name = words.size() < 2 ? "" : withoutSlashes(words.get(1));
        name = name.substring(name.lastIndexOf('/', Math.max(0, name.length() - 2)) + 1);
        boolean suffix = words.size() > 2 && name.endsWith(words.get(2)) && !name.equals(words.get(2));
        print(run, suffix ? name.substring(0, name.length() - words.get(2).length()) : name);
    }

    private static String withoutSlashes(String name) {
        int end = name.length();
        while (end > 1 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(0, end);
    }

    static void dirname(Invocation run) {
        var name = run.command().size() < 2 ? "" : withoutSlashes(run.command().get(1));
        int slash = name.lastIndexOf('/');
        print(run, slash < 0 ? "." : slash == 0 ? "/" : name.substring(0, slash));
    }

    static void which(Invocation run) {
        int code = 0;
        for (var name : run.command().subList(1, run.command().size())) {
            if (Toolbox.names().contains(name)) {
                run.print("/bin/" + name + "\n");
            } else {
                code = 1;
            }
        }
        run.exit(code);
    }

    static void seq(Invocation run) {
        Contents.guarded(run, () -> {
            var words = run.command().subList(1, run.command().size());
            try {
                long first = words.size() > 1 ? Long.parseLong(words.get(0)) : 1;
                long step = words.size() > 2 ? Long.parseLong(words.get(1)) : 1;
                long last = Long.parseLong(words.get(words.size() - 1));
                if (step == 0 || (last - first) / step > 1_000_000) {
                    throw new NotSimulatedException("so many numbers");
                }
                var text = new StringBuilder();
                for (long i = first; step > 0 ? i <= last : i >= last; i += step) {
                    text.append(i).append('\n');
                }
                run.print(text.toString());
                run.exit(0);
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new NotSimulatedException(String.join(" ", words));
            }
        });
    }

    /** {@code dd if=… of=… bs=… count=…}; what is random depends on the time alone. */
    static void dd(Invocation run) {
        Contents.guarded(run, () -> {
            var given = new TreeMap<String, String>();
            for (var word : run.command().subList(1, run.command().size())) {
                int equals = word.indexOf('=');
                given.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
            }
            if (!Set.of("if", "of", "bs", "count", "status", "conv").containsAll(given.keySet())
                    || !given.containsKey("if")) {
                throw new NotSimulatedException(String.join(" ", given.keySet()));
            }
            long block = size(given.getOrDefault("bs", "512"));
            long most = given.containsKey("count") ? block * size(given.getOrDefault("count", "")) : FileTree.ROOM + 1;
            var read = input(run, given.getOrDefault("if", ""), most);
            run.work(read.length);
            var out = given.get("of");
            if (out == null) {
                run.print(read);
            } else if (!out.equals("/dev/null")) {
                run.files().put(FilePath.resolve(run.directory(), out), FileNode.file(read, 0644, run.now()));
            }
            var records = read.length / block + "+" + (read.length % block == 0 ? 0 : 1) + " records ";
            run.printError(records + "in\n" + records + "out\n");
            run.exit(0);
        });
    }

    private static long size(String text) {
        if (!text.matches("[0-9]{1,9}[kKMG]?")) {
            throw new NotSimulatedException("size " + text);
        }
        int unit = "kMG".indexOf(text.replace('K', 'k').charAt(text.length() - 1));
        return Long.parseLong(text.replaceAll("[kKMG]", "")) << 10 * (unit + 1);
    }

    private static byte[] input(Invocation run, String file, long most) {
        if (!file.startsWith("/dev/")) {
            var all = run.files().read(FilePath.resolve(run.directory(), file));
            return Arrays.copyOf(all, (int) Math.min(most, all.length));
        }
        if (most > FileTree.ROOM) {
            throw new NotSimulatedException("so many bytes");
        }
        var bytes = new byte[file.equals("/dev/null") ? 0 : (int) most];
        if (file.endsWith("random")) {
            new Random(run.now().toEpochMilli()).nextBytes(bytes);
        }
        return bytes;
    }

    static void printf(Invocation run) {
        Contents.guarded(run, () -> {
            var words = run.command();
            if (words.size() < 2) {
                run.printError("usage: printf FORMAT [ARG]...\n");
                run.exit(1);
                return;
            }
            var arguments = new ArrayList<>(words.subList(2, words.size()));
            do {
                int before = arguments.size();
                run.print(formatted(words.get(1), arguments));
                if (arguments.size() == before) {
                    break;
                }
            } while (!arguments.isEmpty());
            run.exit(0);
        });
    }

    private static String formatted(String format, List<String> arguments) {
        var text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char one = format.charAt(i);
            if (one == '\\') {
                int end = i + 1;
                while (end < format.length() && end < i + 4 && "\\%".indexOf(format.charAt(end)) < 0) {
                    end++;
                }
                int taken = Math.min(format.length(), Math.max(i + 2, end));
                text.append(Escapes.read(format.substring(i, taken)));
                i = taken - 1;
            } else if (one == '%') {
                int end = i + 1;
                while (end < format.length() && "-+ 0123456789.".indexOf(format.charAt(end)) >= 0) {
                    end++;
                }
                if (end == format.length()) {
                    throw new NotSimulatedException("format " + format);
                }
                text.append(converted(format.substring(i, end), format.charAt(end), arguments));
                i = end;
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    private static String converted(String flags, char conversion, List<String> arguments) {
        if (conversion == '%') {
            return "%";
        }
        if (flags.matches(".*[0-9]{5}.*")) {
            throw new NotSimulatedException("format " + flags + conversion);
        }
        var argument = arguments.isEmpty() ? "" : arguments.remove(0);
        try {
            return switch (conversion) {
                case 's' -> String.format(Locale.ROOT, flags + "s", argument);
                case 'b' -> Escapes.read(argument);
                case 'c' -> argument.isEmpty() ? "" : argument.substring(0, 1);
                case 'd', 'i', 'u' -> String.format(
                        Locale.ROOT, flags + "d", argument.isEmpty() ? 0 : Long.decode(argument));
                case 'x', 'X', 'o' -> String.format(
                        Locale.ROOT, flags + conversion, argument.isEmpty() ? 0 : Long.decode(argument));
                case 'f' -> String.format(
                        Locale.ROOT, flags + "f", argument.isEmpty() ? 0 : Double.parseDouble(argument));
                default -> throw new NotSimulatedException("format " + flags + conversion);
            };
        } catch (IllegalArgumentException e) {
            throw new NotSimulatedException("format " + flags + conversion + " of " + argument);
        }
    }

    static Program sum(String algorithm) {
        return run -> Contents.guarded(run, () -> {
            var options = Options.of(run, "b");
            Contents.of(run, options.operands(), contents -> {
                for (var content : contents) {
                    var name = content.name().isEmpty() ? "-" : content.name();
                    run.print(HexFormat.of().formatHex(digest(algorithm, content.bytes())) + "  " + name + "\n");
                }
                run.exit(0);
            });
        });
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code gzip} of what comes in or of files, and back. */
    static Program gzip(boolean back, boolean onlyOut) {
        return run -> Contents.guarded(run, () -> {
            var options = Options.of(run, "cdkfn123456789");
            boolean unpacks = back || options.has('d');
            boolean out = onlyOut || options.has('c') || options.operands().isEmpty();
            Contents.of(run, options.operands(), contents -> {
                for (var content : contents) {
                    var made = unpacks ? unpacked(content.bytes()) : packed(content.bytes());
                    if (out) {
                        run.print(made);
                    } else {
                        replace(run, content.name(), made, unpacks, options.has('k'));
                    }
                }
                run.exit(0);
            });
        });
    }

    private static void replace(Invocation run, String name, byte[] made, boolean unpacks, boolean keeps) {
        var path = FilePath.resolve(run.directory(), name);
        var target = unpacks ? path.replaceFirst("\\.gz$", "") : path + ".gz";
        run.files().put(target, FileNode.file(made, 0644, run.now()));
        if (!keeps) {
            run.files().remove(path);
        }
    }

    static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /**
     * What was packed.
     *
     * @throws NotSimulatedException if it is in no such form
     */
    static byte[] unpacked(byte[] bytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes((int) FileTree.ROOM * 2);
        } catch (IOException e) {
            throw new NotSimulatedException("invalid magic");
        }
    }
}
