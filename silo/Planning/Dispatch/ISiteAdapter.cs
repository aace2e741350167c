using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch;

/// <summary>A site's own scheduler, or its people. Every call may be repeated: a command is known by its key.</summary>
public interface ISiteAdapter
{
    Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken);

    Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken);

    Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken);
}
