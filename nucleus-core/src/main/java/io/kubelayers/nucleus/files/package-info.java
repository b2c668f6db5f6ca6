/**
 * The files of simulated containers: immutable trees, and what a container sees when several of them are mounted.
 *
 * <pre>{@code
 * var tree = FileTree.EMPTY
 *     .with("/etc", FileNode.directory(now))
 *     .with("/etc/hostname", FileNode.file("web-1\n", now));
 * tree.list("/etc").keySet();   // [hostname]
 * }</pre>
 *
 * <p>There are directories and plain files, no links. Everything belongs to root.
 */
@NullMarked
package io.kubelayers.nucleus.files;

import org.jspecify.annotations.NullMarked;
