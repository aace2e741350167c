using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>How the upload to the platforms stands. Only where a host uploads is it among the services.</summary>
public interface IUploadWatch
{
    /// <summary>In the order of the configuration.</summary>
    ImmutableArray<string> Destinations { get; }

    /// <summary>Every destination as it stands now, in the order of the configuration.</summary>
    /// <param name="within">Days that are counted, of the last six months; those outside of the spool have no count.</param>
    Task<ImmutableArray<UploadStanding>> StandingAsync(BusinessPeriod within, CancellationToken cancellationToken);
}
