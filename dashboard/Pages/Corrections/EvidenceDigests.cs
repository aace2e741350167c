using System.Security.Cryptography;
using DcOps.Domain.Statements;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Corrections;

/// <summary>Documents as corrections cite them: their names and digests. The documents themselves are read once and not kept.</summary>
static class EvidenceDigests
{
    public const int MostFiles = 5;

    public static async Task<ImmutableArray<CorrectionEvidence>> OfAsync(
        IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        var evidence = ImmutableArray.CreateBuilder<CorrectionEvidence>();
        foreach (var file in files.Where(file => file.Length > 0).Take(MostFiles))
        {
            await using var stream = file.OpenReadStream();
            var hash = await SHA256.HashDataAsync(stream, cancellationToken);
            evidence.Add(new(Path.GetFileName(file.FileName), new(Convert.ToHexStringLower(hash))));
        }

        return evidence.DrainToImmutable();
    }
}
