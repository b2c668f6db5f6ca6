/**
 * Reads scheduler configurations as kube-scheduler does: {@code KubeSchedulerConfiguration} of
 * {@code kubescheduler.config.k8s.io/v1}.
 *
 * <pre>{@code
 * var configuration = SchedulerConfiguration.read("""
 *         apiVersion: kubescheduler.config.k8s.io/v1
 *         kind: KubeSchedulerConfiguration
 *         profiles:
 *         - schedulerName: packer
 *           plugins: {multiPoint: {disabled: [{name: ImageLocality}]}}
 *           pluginConfig:
 *           - name: NodeResourcesFit
 *             args: {scoringStrategy: {type: MostAllocated}}
 *         """);
 * Scheduling.on(nodes, pods).by(configuration.profiles().get(0));
 * ApplicationLayer.standard().with(configuration.controller());
 * }</pre>
 *
 * <p>Whatever is not understood is an error that names its place in the file. Plugins of one's own join by {@link
 * io.kubelayers.application.scheduling.config.PluginRegistry}.
 */
@NullMarked
package io.kubelayers.application.scheduling.config;

import org.jspecify.annotations.NullMarked;
