using System.Globalization;

namespace DcOps.Silo.Host.Backup;

/// <summary>Where the backup command asks. Only from this machine: nobody has signed in here, and the folder is one of it.</summary>
static class BackupEndpoint
{
    public static void MapBackup(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/backup", TakeAsync);

    static async Task<IResult> TakeAsync(string folder, HttpContext context, BackupRun backup, CancellationToken cancellationToken)
    {
        if (context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address))
            return Results.NotFound();
        if (!Path.IsPathRooted(folder))
            return Results.Text("The folder must be a whole path.", statusCode: StatusCodes.Status400BadRequest);

        try
        {
            var taken = await backup.TakeAsync(folder, cancellationToken);
            var lines = new[]
            {
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folder}: {taken.Files.Length} files, {taken.Files.Sum(file => file.Bytes) / 1e6:0.0} MB, as of {taken.TakenAt:yyyy-MM-dd HH:mm:ss} UTC"),
            };
            return Results.Text(string.Join('\n', lines.Concat(taken.Elsewhere)));
        }
        catch (BackupRefusedException refused)
        {
            return Results.Text(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
