/**
 * The plugins that keep pods where their volumes are, or can be.
 *
 * <table>
 *   <caption>What each looks at</caption>
 *   <tr><td>{@link io.kubelayers.application.scheduling.volumes.VolumeRestrictions}</td>
 *       <td>disks and claims that only one pod may use</td></tr>
 *   <tr><td>{@link io.kubelayers.application.scheduling.volumes.NodeVolumeLimits}</td>
 *       <td>how many volumes of a driver a node can have</td></tr>
 *   <tr><td>{@link io.kubelayers.application.scheduling.volumes.VolumeBinding}</td>
 *       <td>where bound volumes can be reached, and which volumes unbound claims can get where</td></tr>
 *   <tr><td>{@link io.kubelayers.application.scheduling.volumes.VolumeZone}</td>
 *       <td>zone and region labels of bound volumes</td></tr>
 * </table>
 *
 * <p>Claims, volumes and CSI nodes are read through {@code CycleState.objects()}; storage classes through the interface
 * {@code StorageClasses}, since they belong to a higher layer:
 *
 * <pre>{@code
 * Scheduling.on(nodes, pods).with(ListedObjects.of(claimsAndVolumes).with(storageClasses)).place(pod);
 * // 0/2 nodes are available: 2 node(s) had volume node affinity conflict. …
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.scheduling.volumes;

import org.jspecify.annotations.NullMarked;
