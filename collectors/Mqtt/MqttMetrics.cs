using Prometheus;

namespace DcOps.Collectors.Mqtt;

/// <summary>How well we listen; every series stands in docs/metrics.md.</summary>
static class MqttMetrics
{
    public static readonly Counter Messages = Metrics.CreateCounter(
        "dcops_mqtt_messages_total", "Messages received, by what became of them.", "broker", "outcome");

    public static readonly Counter RefusedValues = Metrics.CreateCounter(
        "dcops_mqtt_refused_values_total", "Values in mapped messages that became bad readings.", "broker", "reason");

    public static readonly Counter RefusedTimes = Metrics.CreateCounter(
        "dcops_mqtt_refused_times_total", "Mapped messages whose own time was not believed.", "broker", "reason");

    public static readonly Gauge Connected = Metrics.CreateGauge(
        "dcops_mqtt_broker_connected", "1 while connected and subscribed.", "broker");

    public static readonly Counter Connects = Metrics.CreateCounter(
        "dcops_mqtt_connects_total", "Attempts to connect, by how they ended.", "broker", "outcome");

    public static readonly Gauge Queued = Metrics.CreateGauge(
        "dcops_mqtt_queue_messages", "Messages received and not yet mapped.", "broker");

    public static readonly Gauge Unacknowledged = Metrics.CreateGauge(
        "dcops_mqtt_unacknowledged_messages", "QoS 1 messages received whose readings are not yet on disk.", "broker");

    public static readonly Gauge LastMessage = Metrics.CreateGauge(
        "dcops_mqtt_last_message_timestamp_seconds", "Unix time of the last message.", "broker");

    public static readonly Counter Abandoned = Metrics.CreateCounter(
        "dcops_mqtt_connections_abandoned_total", "Connections given up by us so that the broker repeats messages.", "broker", "reason");

    public static readonly Gauge EmbeddedClients = Metrics.CreateGauge(
        "dcops_mqtt_embedded_broker_clients", "Clients connected to the embedded broker.");

    public static readonly Counter EmbeddedDrops = Metrics.CreateCounter(
        "dcops_mqtt_embedded_broker_drops_total", "Messages that the embedded broker dropped because a session's queue was full.");

    public static readonly Gauge NodesAlive = Metrics.CreateGauge(
        "dcops_sparkplug_nodes_alive", "Sparkplug edge nodes born and not dead since.", "broker");

    public static readonly Counter Gaps = Metrics.CreateCounter(
        "dcops_sparkplug_gaps_total", "Gaps in a node's sequence that did not close in time.", "broker");

    public static readonly Counter Rebirths = Metrics.CreateCounter(
        "dcops_sparkplug_rebirth_requests_total", "Births asked for, by the reason.", "broker", "reason");

    public static readonly Counter Historical = Metrics.CreateCounter(
        "dcops_sparkplug_historical_values_total", "Values that a node marked as historical: for history, never taken as live ones.", "broker");
}
