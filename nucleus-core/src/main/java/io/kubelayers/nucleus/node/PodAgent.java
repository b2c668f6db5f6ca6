package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.Preconditions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.QosClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shell around {@link PodSync}: for a pod that is bound to a node it looks at what there is, carries out what is
 * decided until nothing more is to be done now, writes the status and comes back when the decision says so.
 */
final class PodAgent implements Reconciler {
    /** More rounds for one pod at one instant than any pod can need. */
    private static final int ROUNDS = 10_000;

    private final ControllerContext context;
    private final AgentMemory memory;
    private final ContainerRuntime runtime;
    private final PodNetwork network;
    private final PodWatch watch;

    PodAgent(ControllerContext context, ContainerRuntime runtime, PodNetwork network, VolumeDriver volumes) {
        this.context = context;
        this.memory = new AgentMemory(context.memory());
        this.runtime = runtime;
        this.network = network;
        this.watch = new PodWatch(runtime, volumes, new ContainerConfig(context.informers()));
    }

    @Override
    public Requeue reconcile(Request request) {
        var pod = context.informers().lister(Pod.class).get(request.namespace(), request.name());
        var known = memory.pod(request).orElse(null);
        if (known != null
                && (pod.isEmpty() || !known.uid().equals(pod.get().metadata().uid()))) {
            release(request, known);
            known = null;
        }
        if (pod.isEmpty() || pod.get().spec().nodeName() == null) {
            return Requeue.never();
        }
        var node =
                context.informers().lister(Node.class).get("", pod.get().spec().nodeName());
        if (node.isEmpty() || Nodes.isStopped(node.get())) {
            return Requeue.never();
        }
        return known == null ? admit(request, pod.get(), node.get()) : sync(request, pod.get(), node.get(), known);
    }

    private Requeue admit(Request request, Pod pod, Node node) {
        var phase = pod.status().phase();
        if (phase != null && PodStatusSketch.isTerminal(phase)) {
            finishDeletion(pod);
            return Requeue.never();
        }
        var use = memory.use(node.metadata().nameOrEmpty());
        if (!pod.metadata().isBeingDeleted()) {
            var decision = NodeAdmission.decide(pod, node, use);
            if (!decision.admitted()) {
                refuse(pod, decision);
                return Requeue.never();
            }
        }
        var admitted = AgentPod.admitted(
                String.valueOf(pod.metadata().uid()),
                node.metadata().nameOrEmpty(),
                PodResources.requests(pod),
                NodeUse.portsOf(pod),
                startOf(pod));
        memory.putUse(admitted.node(), use.plus(admitted));
        memory.put(request, admitted);
        return sync(request, pod, node, admitted);
    }

    /** When the pod was taken; known already if the agent forgot it, as after a restart. */
    private Instant startOf(Pod pod) {
        var known = pod.status().startTime();
        return known == null ? context.runtime().now() : known;
    }

    private void refuse(Pod pod, NodeAdmissionDecision decision) {
        context.events().warning(pod, decision.reason(), decision.message());
        write(
                pod,
                PodStatusBuilder.builder()
                        .observedGeneration(pod.metadata().generation())
                        .phase(Pod.Phase.FAILED)
                        .conditions(pod.status().conditions())
                        .reason(decision.reason())
                        .message("Pod was rejected: " + decision.message())
                        .startTime(context.runtime().timestamp())
                        .qosClass(QosClass.of(pod))
                        .build());
    }

    private Requeue sync(Request request, Pod pod, Node node, AgentPod known) {
        var now = context.runtime().now();
        var remembered = known;
        for (int round = 0; round < ROUNDS; round++) {
            var decision = PodSync.decide(watch.look(pod, node, remembered, memory.writes(request), now));
            remembered = decision.memory();
            tell(pod, decision);
            for (var action : decision.actions()) {
                remembered = carryOut(action, pod, node, remembered, now);
            }
            memory.put(request, remembered);
            if (decision.actions().isEmpty() && !isDue(decision.lookAgainAt(), now)) {
                return conclude(request, pod, remembered, decision, now);
            }
        }
        throw new IllegalStateException("pod " + request + " needs ever more actions at " + now);
    }

    private static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !at.isAfter(now);
    }

    private Requeue conclude(Request request, Pod pod, AgentPod remembered, PodSyncDecision decision, Instant now) {
        memory.setWaiting(request, !decision.ended() && PodWatch.isBlocked(decision.status(), remembered));
        memory.setProbing(request, !decision.ended() && PodProbes.isProbed(pod) && MountedConfiguration.isThereIn(pod));
        var written = write(pod, decision.status());
        if (decision.ended()) {
            release(request, remembered);
            finishDeletion(written);
            return Requeue.never();
        }
        var at = decision.lookAgainAt();
        return at == null ? Requeue.never() : Requeue.after(Duration.between(now, at));
    }

    private AgentPod carryOut(PodAction action, Pod pod, Node node, AgentPod remembered, Instant now) {
        if (action instanceof PodAction.Start start) {
            runtime.start(pod, start.container(), start.attempt(), now);
        } else if (action instanceof PodAction.Stop stop) {
            return stop(pod, stop, remembered, now);
        } else if (action instanceof PodAction.Hook hook) {
            var answer = runtime.hook(remembered.addressed(pod), hook.container(), HookKind.POST_START, now);
            var name = hook.container().name();
            return remembered.with(
                    name, remembered.container(name).withStartHook(StartHook.begin(hook.attempt(), answer, now)));
        } else if (action instanceof PodAction.StopHook hook) {
            return beginStop(pod, hook, remembered, now);
        } else if (action instanceof PodAction.Pull pull) {
            runtime.pull(pod, pull.container(), now);
        } else {
            return connect(pod, node, remembered, now);
        }
        return remembered;
    }

    /** Stops a container in the time that its preStop hook leaves; that the hook fails is told when it does. */
    private AgentPod stop(Pod pod, PodAction.Stop stop, AgentPod remembered, Instant now) {
        var container = stop.container();
        var grace = stop.request().grace();
        if (!stop.withHook()
                || grace.isZero()
                || HookKind.PRE_STOP.of(container).isEmpty()) {
            runtime.stop(pod, container, stop.request(), now);
            return remembered;
        }
        var hook = StopHook.begin(runtime, remembered.addressed(pod), container, grace, now);
        runtime.stop(pod, container, new StopRequest(grace, hook.lasts()), now);
        var name = container.name();
        return remembered.with(name, remembered.container(name).withStopHook(hook.failing()));
    }

    /** Begins the hook of a container whose turn to be stopped comes later. */
    private AgentPod beginStop(Pod pod, PodAction.StopHook action, AgentPod remembered, Instant now) {
        var container = action.container();
        var hook = StopHook.begin(
                runtime, remembered.addressed(pod), container, action.request().grace(), now);
        var name = container.name();
        return remembered.with(
                name,
                remembered
                        .container(name)
                        .withStopHook(hook.failing())
                        .withEarly(new EarlyStop(action.attempt(), now.plus(hook.lasts()))));
    }

    private AgentPod connect(Pod pod, Node node, AgentPod remembered, Instant now) {
        if (pod.spec().hostNetwork()) {
            var ip = Nodes.internalIp(node);
            return remembered.withIps(List.of(ip.isEmpty() ? "127.0.0.1" : ip));
        }
        try {
            return remembered
                    .withIps(network.attach(pod, node))
                    .withNetworkProblem("")
                    .withNetworkRetryAt(null);
        } catch (PodNetwork.NetworkException e) {
            return remembered
                    .withNetworkProblem(String.valueOf(e.getMessage()))
                    .withNetworkRetryAt(now.plus(Duration.ofSeconds(10)));
        }
    }

    private void tell(Pod pod, PodSyncDecision decision) {
        decision.notices().forEach(notice -> tell(pod, notice));
    }

    private void tell(Pod pod, PodNotice notice) {
        var events = context.events().of(notice.part());
        if (notice.warning()) {
            events.warning(pod, notice.reason(), notice.message());
        } else {
            events.normal(pod, notice.reason(), notice.message());
        }
    }

    private Pod write(Pod pod, Pod.Status status) {
        if (status.equals(pod.status())) {
            return pod;
        }
        try {
            return context.client().updateStatus(pod.withStatus(status));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return pod;
            }
            throw e;
        }
    }

    private void release(Request request, AgentPod known) {
        runtime.remove(known.uid());
        network.detach(known.uid(), known.node());
        memory.putUse(known.node(), memory.use(known.node()).minus(known));
        memory.setWaiting(request, false);
        memory.setProbing(request, false);
        memory.forget(request);
    }

    /** Of a deleted pod nothing runs any more: it may go now, as far as the agent is concerned. */
    private void finishDeletion(Pod pod) {
        var metadata = pod.metadata();
        Long grace = metadata.deletionGracePeriodSeconds();
        if (!metadata.isBeingDeleted()
                || grace != null && grace == 0 && !metadata.finalizers().isEmpty()) {
            return;
        }
        try {
            context.client()
                    .on(Pod.class)
                    .delete(
                            metadata.namespaceOrEmpty(),
                            metadata.nameOrEmpty(),
                            DeleteOptionsBuilder.builder()
                                    .gracePeriodSeconds(0L)
                                    .preconditions(new Preconditions(metadata.uid(), null))
                                    .build());
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
