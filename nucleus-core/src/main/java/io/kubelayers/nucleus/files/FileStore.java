package io.kubelayers.nucleus.files;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Where a tree of files is kept: the root of a container, or a volume that containers of a pod share. */
public interface FileStore {
    /** The files as they are now. */
    FileTree tree();

    /**
     * Changes them.
     *
     * @throws FileException if they can't be changed
     */
    void change(UnaryOperator<FileTree> change);

    /** Whether every change is refused. */
    default boolean isReadOnly() {
        return false;
    }

    /** Files that nobody changes from within a container. */
    static FileStore readOnly(Supplier<FileTree> tree) {
        return new FileStore() {
            @Override
            public FileTree tree() {
                return tree.get();
            }

            @Override
            public void change(UnaryOperator<FileTree> change) {
                throw FileException.readOnly();
            }

            @Override
            public boolean isReadOnly() {
                return true;
            }
        };
    }
}
