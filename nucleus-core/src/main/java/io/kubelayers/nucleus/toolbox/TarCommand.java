package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tar}, as far as {@code kubectl cp} calls it and a bit more: makes an archive, unpacks one, lists one; from and to
 * standard input and output or a file. No compression, no links.
 */
final class TarCommand {
    private final Invocation run;
    private final ContainerFiles files;
    private final List<String> operands = new ArrayList<>();
    private char mode;
    private boolean verbose;
    private boolean zipped;
    private String archive = "-";
    private String directory;
    private int code;

    private TarCommand(Invocation run) {
        this.run = run;
        this.files = run.files();
        this.directory = run.directory();
    }

    static void start(Invocation run) {
        var tar = new TarCommand(run);
        try {
            tar.readArguments();
            switch (tar.mode) {
                case 'c' -> tar.create();
                case 'x', 't' -> tar.read();
                case 'V' -> {
                    run.print("tar (busybox), simulated\n");
                    run.exit(0);
                }
                default -> throw new NotSimulatedException("neither -c, -x nor -t");
            }
        } catch (NotSimulatedException e) {
            e.end(run);
        } catch (FileException e) {
            tar.fail(e.text());
        }
    }

    private void readArguments() {
        var words = run.command().subList(1, run.command().size()).iterator();
        boolean first = true;
        while (words.hasNext()) {
            var word = words.next();
            if (word.equals("--version")) {
                mode = 'V';
            } else if (word.startsWith("--")) {
                if (word.equals("--gzip")) {
                    zipped = true;
                } else if (!word.equals("--no-same-permissions") && !word.equals("--no-same-owner")) {
                    throw new NotSimulatedException("option " + word);
                }
            } else if (first || word.startsWith("-") && word.length() > 1) {
                for (var letter : word.replaceFirst("^-", "").toCharArray()) {
                    option(letter, words);
                }
            } else {
                operands.add(word);
            }
            first = false;
        }
    }

    private void option(char letter, java.util.Iterator<String> words) {
        switch (letter) {
            case 'c', 'x', 't' -> mode = letter;
            case 'v' -> verbose = true;
            case 'z' -> zipped = true;
            case 'f' -> archive = words.hasNext() ? words.next() : "-";
            case 'C' -> directory = FilePath.resolve(directory, words.hasNext() ? words.next() : ".");
            case 'm', 'o', 'p' -> {
                // times, owners and modes: nothing that matters here
            }
            default -> throw new NotSimulatedException("option -" + letter);
        }
    }

    private void fail(String why) {
        run.printError("tar: " + why + "\n");
        run.exit(1);
    }

    private void create() {
        var writer = new TarWriter();
        for (var operand : operands) {
            var path = FilePath.resolve(directory, operand);
            var node = files.find(path);
            if (node.isEmpty()) {
                complain(operand, FileException.missing().text());
                continue;
            }
            var name = operand.replaceFirst("^/+", "").replaceFirst("/+$", "");
            if (operand.startsWith("/")) {
                run.printError("tar: removing leading '/' from member names\n");
            }
            add(writer, path, name.isEmpty() ? "." : name, node.get());
        }
        var bytes = zipped ? PlainCommands.packed(writer.finish()) : writer.finish();
        if (archive.equals("-")) {
            run.print(bytes);
        } else {
            files.put(FilePath.resolve(run.directory(), archive), FileNode.file(bytes, 0644, run.now()));
        }
        end();
    }

    private void add(TarWriter writer, String path, String name, FileNode node) {
        if (node instanceof FileNode.Plain file) {
            tell(name);
            writer.add(new TarEntry(name, TarEntry.FILE, file.mode(), file.changed(), file.content()));
            return;
        }
        tell(name + "/");
        writer.add(new TarEntry(name + "/", TarEntry.DIRECTORY, node.mode(), node.changed(), new byte[0]));
        files.list(path)
                .forEach((child, inside) -> add(writer, FilePath.child(path, child), name + "/" + child, inside));
    }

    private void read() {
        if (!archive.equals("-")) {
            unpack(files.read(FilePath.resolve(run.directory(), archive)));
            return;
        }
        Gathered.of(run, new TarEnd()::isIn, this::unpack);
    }

    private void unpack(byte[] bytes) {
        try {
            boolean packed = zipped || bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
            for (var entry : TarReader.read(packed ? PlainCommands.unpacked(bytes) : bytes)) {
                if (mode == 't') {
                    run.print(entry.name() + "\n");
                } else {
                    unpack(entry);
                }
            }
            end();
        } catch (IllegalArgumentException | NotSimulatedException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void unpack(TarEntry entry) {
        var path = FilePath.resolve(directory, "./" + entry.name());
        try {
            if (entry.isDirectory()) {
                files.makeDirectories(path, run.now());
            } else if (entry.isFile()) {
                files.makeDirectories(FilePath.parent(path), run.now());
                files.put(path, FileNode.file(entry.content(), entry.mode(), run.now()));
            } else {
                complain(entry.name(), "links and devices are not simulated");
            }
            tell(entry.name());
        } catch (FileException e) {
            complain(entry.name(), e.text());
        }
    }

    private void tell(String name) {
        if (verbose) {
            run.printError(name + "\n");
        }
    }

    private void complain(String name, String why) {
        run.printError("tar: " + name + ": " + why + "\n");
        code = 1;
    }

    private void end() {
        if (code != 0) {
            run.printError("tar: error exit delayed from previous errors\n");
        }
        run.exit(code);
    }
}
