package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process image run inside a pod, with its resources, probes and mounts.
 *
 * @param name DNS label that identifies the container within its pod.
 * @param image Image reference to run, optionally with tag or digest.
 * @param command Entry point array, run without a shell; empty means the image's entry point.
 * @param args Arguments of the entry point; empty means the image's default arguments.
 * @param workingDir Working directory of the process; empty means the image's or runtime's default.
 * @param ports Ports the container is known to listen on.
 * @param envFrom ConfigMaps and Secrets whose keys become variables; later entries win, env overrides all.
 * @param env Environment variables, keyed by name.
 * @param resources CPU, memory and other resources reserved and allowed.
 * @param resizePolicy Restart behaviour for each resource when it is resized in place.
 * @param restartPolicy Restart rule of this container; null follows the pod, Always on an init container makes a
 *     sidecar.
 * @param restartPolicyRules Rules tried in order when the container exits, before restartPolicy applies.
 * @param volumeMounts Pod volumes mounted into the file system, keyed by mount path.
 * @param volumeDevices Block volumes exposed as devices, keyed by device path.
 * @param livenessProbe Check whose failure restarts the container; null means no check.
 * @param readinessProbe Check whose failure takes the pod out of service endpoints; null means no check.
 * @param startupProbe Check that holds back the other probes until it succeeds; failure restarts the container.
 * @param lifecycle Hooks run after start and before stop; null means none.
 * @param terminationMessagePath File in the container from which the final status text is read; defaults to
 *     /dev/termination-log.
 * @param terminationMessagePolicy Where the final status text comes from; defaults to File.
 * @param imagePullPolicy When to pull; defaults to Always for a latest or missing tag, otherwise IfNotPresent.
 * @param securityContext Privilege and identity settings, which override those of the pod.
 * @param stdin True keeps a standard input buffer open; false gives end of file at once.
 * @param stdinOnce True closes standard input after the first attached client leaves.
 * @param tty True allocates a terminal for the container; requires stdin.
 */
@RecordBuilder
public record Container(
        @Required @Immutable @Pb(1) String name,
        @Pb(2) @Nullable String image,
        @Atomic @Immutable @Pb(3) List<String> command,
        @Atomic @Immutable @Pb(4) List<String> args,
        @Immutable @Pb(5) @Nullable String workingDir,
        @ListMap({"containerPort", "protocol"}) @MergeKey("containerPort") @Immutable @Pb(6) List<ContainerPort> ports,
        @Atomic @Immutable @Pb(19) List<EnvFromSource> envFrom,
        @ListMap("name") @MergeKey("name") @Immutable @Pb(7) List<EnvVar> env,
        @Written @Immutable("except-resize-subresource") @Pb(8) ResourceRequirements resources,
        @Atomic @FeatureGate("InPlacePodVerticalScaling") @Pb(23) List<ContainerResizePolicy> resizePolicy,
        @EnumValues(value = ContainerRestartPolicy.class, closed = false) @Pb(24) @Nullable String restartPolicy,
        @Atomic @FeatureGate("ContainerRestartRules") @Pb(25) List<ContainerRestartRule> restartPolicyRules,
        @ListMap("mountPath") @MergeKey("mountPath") @Immutable @Pb(9) List<VolumeMount> volumeMounts,
        @ListMap("devicePath") @MergeKey("devicePath") @Pb(21) List<VolumeDevice> volumeDevices,
        @Immutable @Pb(10) @Nullable Probe livenessProbe,
        @Immutable @Pb(11) @Nullable Probe readinessProbe,
        @Immutable @Pb(22) @Nullable Probe startupProbe,
        @Immutable @Pb(12) @Nullable Lifecycle lifecycle,
        @Default("/dev/termination-log") @Immutable @Pb(13) @Nullable String terminationMessagePath,
        @Default("File") @Immutable @EnumValues(TerminationMessagePolicy.class) @Pb(20) @Nullable
                String terminationMessagePolicy,
        @Immutable @EnumValues(PullPolicy.class) @Pb(14) @Nullable String imagePullPolicy,
        @Pb(15) @Nullable SecurityContext securityContext,
        @Pb(16) boolean stdin,
        @Pb(17) boolean stdinOnce,
        @Pb(18) boolean tty)
        implements ContainerBuilder.With {
    public Container {
        name = Absent.text(name);
        image = Absent.optional(image);
        command = Absent.list(command);
        args = Absent.list(args);
        workingDir = Absent.optional(workingDir);
        ports = Absent.list(ports);
        envFrom = Absent.list(envFrom);
        env = Absent.list(env);
        resources = Absent.or(resources, ResourceRequirements.EMPTY);
        resizePolicy = Absent.list(resizePolicy);
        restartPolicyRules = Absent.list(restartPolicyRules);
        volumeMounts = Absent.list(volumeMounts);
        volumeDevices = Absent.list(volumeDevices);
        terminationMessagePath = Absent.optional(terminationMessagePath);
        terminationMessagePolicy = Absent.optional(terminationMessagePolicy);
        imagePullPolicy = Absent.optional(imagePullPolicy);
    }
}
