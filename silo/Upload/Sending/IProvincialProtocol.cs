using DcOps.Upload.Configuration;
using DcOps.Upload.Items;

namespace DcOps.Upload.Sending;

/// <summary>What is said to a platform of the online monitoring of key energy users. A step that the platform does not have is taken at once.</summary>
public interface IProvincialProtocol
{
    /// <summary>Makes a device known; the platform may name the address to send to from now on.</summary>
    Task<UploadAnswer> RegisterAsync(UploadFacility facility, CancellationToken cancellationToken);

    /// <summary>Whether the platform's base data are newer than those kept.</summary>
    Task<(UploadAnswer Answer, bool IsNew)> CheckVersionAsync(CancellationToken cancellationToken);

    /// <summary>Fetches the platform's base data and keeps them.</summary>
    Task<UploadAnswer> DownloadBaseAsync(CancellationToken cancellationToken);

    Task<UploadAnswer> UploadEnterpriseAsync(UploadFacility facility, CancellationToken cancellationToken);

    Task<UploadAnswer> UploadMetersAsync(UploadFacility facility, CancellationToken cancellationToken);

    /// <param name="items">Of one device; at least one.</param>
    Task<UploadAnswer> UploadDataAsync(IReadOnlyList<UploadItem> items, CancellationToken cancellationToken);
}
