using System.Globalization;
using DcOps.Domain.Ledger.Archive;
using DcOps.Registry.Cluster;

namespace DcOps.Silo.Host.Cluster;

/// <summary>The cluster's list of members in its database, as the silos' runtime asks for it.</summary>
sealed partial class SharedMembership(MemberTable table, TimeProvider time, ILogger<SharedMembership> logger) : IMembershipTable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the database is there: a silo that starts before it is no fault.</summary>
    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await table.PrepareAsync(CancellationToken.None);
                return;
            }
            catch (ArchiveUnavailableException fault)
            {
                if (isFirst)
                    LogAway(fault.Message);
                await Task.Delay(Pause, time);
            }
        }
    }

    public Task DeleteMembershipTableEntries(string clusterId) => table.RemoveAllAsync(CancellationToken.None);

    public async Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate)
    {
        var rows = await table.ReadAsync(null, CancellationToken.None);
        var defunct = rows.Rows.Where(row => row.AliveAt < beforeDate && MemberText.Entry(row).Status != SiloStatus.Active);
        await table.RemoveAsync(defunct.Select(row => row.Silo), CancellationToken.None);
    }

    public async Task<MembershipTableData> ReadRow(SiloAddress key) => Data(await table.ReadAsync(key.ToParsableString(), CancellationToken.None));

    public async Task<MembershipTableData> ReadAll() => Data(await table.ReadAsync(null, CancellationToken.None));

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        table.WriteAsync(MemberText.Row(entry, 0), tableVersion.Version, CancellationToken.None);

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => table.WriteAsync(
        MemberText.Row(entry, long.Parse(etag, CultureInfo.InvariantCulture)), tableVersion.Version, CancellationToken.None);

    public Task UpdateIAmAlive(MembershipEntry entry) => table.AliveAsync(
        entry.SiloAddress.ToParsableString(), new(entry.IAmAliveTime, TimeSpan.Zero), CancellationToken.None);

    static MembershipTableData Data(MemberRows rows) => new(
        [.. rows.Rows.Select(row => Tuple.Create(MemberText.Entry(row), Text(row.Tag)))], new(rows.Version, Text(rows.Version)));

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "The cluster's list of members cannot be read: {Reason} It is tried again every second")]
    partial void LogAway(string reason);
}
