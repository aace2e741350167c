using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Contracts.Scheduling;

/// <summary>What was told to which site, and the switch that stops it all.</summary>
public interface IDispatchDesk
{
    /// <summary>Whether everything is only written down.</summary>
    bool IsShadow { get; }

    /// <summary>Who stopped dispatch and why; null while it goes on.</summary>
    string? Stopped { get; }

    /// <summary>Newest change first.</summary>
    ImmutableArray<DispatchRecord> Records();

    /// <summary>Stops every dispatch at once, over restarts. What sites have already goes on there.</summary>
    /// <exception cref="ArgumentException">No name or no reason.</exception>
    void Stop(string author, string reason);

    void GoOn(string author);

    /// <summary>A person of a manual site says what became of a command.</summary>
    /// <returns>False when the facility is not one that people run, or the command is unknown.</returns>
    bool Confirm(string key, bool isTaken, string author);
}
