package io.kubelayers.nucleus.files;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The files of another store, whose changes nobody sees but who holds this. */
public final class ScratchStore implements FileStore {
    private final FileStore original;
    private @Nullable FileTree changed;

    private ScratchStore(FileStore original) {
        this.original = original;
    }

    /** Over a store, with what that has as long as nothing is changed here. */
    public static ScratchStore over(FileStore original) {
        return new ScratchStore(original);
    }

    /** What the other store has now. */
    public FileTree original() {
        return original.tree();
    }

    @Override
    public FileTree tree() {
        return changed == null ? original.tree() : changed;
    }

    @Override
    public void change(UnaryOperator<FileTree> change) {
        changed = change.apply(tree());
    }
}
