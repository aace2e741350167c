using DcOps.Collectors.Mqtt.Topics;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>One shape of topic of a mapping, and where its device stands.</summary>
/// <param name="Location">Null when the topic does not tell the location: then <paramref name="Source"/> is looked up.</param>
/// <param name="Source">Never null together with <paramref name="Location"/>.</param>
sealed record TopicRoute(
    PayloadMapping Mapping, TopicPattern Pattern, TopicTemplate? Location, TopicTemplate? Source, double RatedWatts);
