using DcOps.Signing;
using DcOps.Signing.Bundles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>
/// Takes bundles that anybody may send: none larger than the limit, few at a time, because making a year's figures again takes
/// seconds and memory.
/// </summary>
public sealed class BundleUpload : IDisposable
{
    public const int MostMegabytes = 64;
    public const int RetryAfterSeconds = 10;

    /// <summary>Value of the query that tells the page why nothing was taken.</summary>
    public const string TooLarge = "too-large";

    const long MostBytes = MostMegabytes * 1024L * 1024L;

    // Around the file stand the form's other fields.
    const long MostRequestBytes = MostBytes + (64 * 1024);
    const int AtATime = 2;
    const string Path = "/reports/verify";

    readonly SemaphoreSlim _places = new(AtATime, AtATime);

    /// <summary>Refuses what says that it is too large before any of it is read; what does not say is cut off at the limit.</summary>
    public static Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.Path != Path)
            return next(context);

        if (context.Request.ContentLength > MostRequestBytes)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{Path}?fault={TooLarge}";
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostRequestBytes;
        return next(context);
    }

    public async Task<BundleAnswer> CheckAsync(IFormFile file, TrustedAuthorities? authorities, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(TimeSpan.Zero, cancellationToken))
            return new BundleAnswer.Busy();

        try
        {
            await using var stream = file.OpenReadStream();
            // Off the request's thread: figures are made again for as long as it takes.
            return await Task.Run<BundleAnswer>(
                () => new BundleAnswer.Checked(BundleCheck.Of(StatementBundle.Read(stream), authorities)), cancellationToken);
        }
        catch (FormatException fault)
        {
            return new BundleAnswer.NoBundle(fault.Message);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
