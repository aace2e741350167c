namespace DcOps.Notify.Channels;

/// <summary>Where a target's notices go in a channel that writes to persons.</summary>
static class Recipients
{
    /// <summary>A person's own address; everybody's where the channel itself is named.</summary>
    public static IEnumerable<string> Of(ChannelOptions options, string target) =>
        options.To.TryGetValue(target, out var own) ? [own] : options.To.Values;
}
