package io.kubelayers.interfaces.tour;

import io.kubelayers.interfaces.report.Part;
import io.kubelayers.nucleus.control.Step;
import io.kubelayers.nucleus.control.StepListener;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listens to one request and to the controllers that act on it. Off, it costs nothing. */
public final class Recorder implements Trace, StepListener {
    private final Map<String, String> layers;
    private final List<Part.Stop> stages = new ArrayList<>();
    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private boolean request;
    private boolean controllers;

    /**
     * @param layers the layer of each controller, by name
     */
    Recorder(Map<String, String> layers) {
        this.layers = layers;
    }

    /** Listens to the next request. */
    void listen() {
        stages.clear();
        steps.clear();
        request = true;
        controllers = false;
    }

    /** The request is over: listens to controllers instead. */
    void listenToControllers() {
        request = false;
        controllers = true;
    }

    void stop() {
        request = false;
        controllers = false;
    }

    /** The stages of the request. */
    List<Part.Stop> stages() {
        return List.copyOf(stages);
    }

    /** The controllers that acted, in the order of their first act, with what they looked at. */
    List<Part.Stop> controllers(String matching) {
        var stops = new ArrayList<Part.Stop>();
        for (var entry : steps.entrySet()) {
            var about = entry.getValue().stream()
                    .filter(text -> text.contains(matching))
                    .distinct()
                    .toList();
            if (!about.isEmpty()) {
                var what = about.size() == 1 ? about.get(0) : about.get(0) + " and " + (about.size() - 1) + " more";
                stops.add(new Part.Stop(layers.getOrDefault(entry.getKey(), "nucleus"), entry.getKey(), what));
            }
        }
        return stops;
    }

    @Override
    public boolean isOn() {
        return request;
    }

    @Override
    public void stage(ApiRequest asked, String stage, String layer, String what) {
        if (request) {
            stages.add(new Part.Stop(layer, stage, what));
        }
    }

    @Override
    public void stepped(Step step) {
        if (controllers) {
            steps.computeIfAbsent(step.controller(), name -> new ArrayList<>())
                    .add(step.request().toString());
        }
    }
}
