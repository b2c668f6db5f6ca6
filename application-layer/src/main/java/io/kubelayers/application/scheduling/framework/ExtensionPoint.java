package io.kubelayers.application.scheduling.framework;

/** Where a plugin may hook into scheduling, in the order in which a pod passes them. */
public enum ExtensionPoint {
    PRE_ENQUEUE("PreEnqueue", PreEnqueuePlugin.class),
    QUEUE_SORT("QueueSort", QueueSortPlugin.class),
    PRE_FILTER("PreFilter", PreFilterPlugin.class),
    FILTER("Filter", FilterPlugin.class),
    POST_FILTER("PostFilter", PostFilterPlugin.class),
    PRE_SCORE("PreScore", PreScorePlugin.class),
    SCORE("Score", ScorePlugin.class),
    RESERVE("Reserve", ReservePlugin.class),
    PERMIT("Permit", PermitPlugin.class),
    PRE_BIND("PreBind", PreBindPlugin.class),
    BIND("Bind", BindPlugin.class),
    POST_BIND("PostBind", PostBindPlugin.class);

    private final String text;
    private final Class<? extends Plugin> type;

    ExtensionPoint(String text, Class<? extends Plugin> type) {
        this.text = text;
        this.type = type;
    }

    /** Whether the plugin hooks in here. */
    public boolean isImplementedBy(Plugin plugin) {
        return type.isInstance(plugin);
    }

    /** Upstream's spelling. */
    @Override
    public String toString() {
        return text;
    }
}
