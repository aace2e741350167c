namespace DcOps.Collectors.Snmp.Engine;

/// <summary>Calls back once when a wait is over. Dispose of it lets nothing begin any more; a call under way goes on.</summary>
interface IAlarm : IDisposable
{
    /// <summary>Replaces the wait before, if that is not over. Safe for any number of callers.</summary>
    void Set(TimeSpan wait);
}
