package io.kubelayers.application.scheduling.framework;

/**
 * A plugin that also acts on the cluster: binds volumes, evicts pods. A profile holds one that only decides; whoever
 * runs the profile against a cluster equips it.
 */
public interface ActingPlugin extends Plugin {
    /** The same plugin, able to act. */
    Plugin equippedWith(ClusterActions actions);
}
