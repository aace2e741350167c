using System.IO.Compression;
using System.Text;
using DcOps.Domain.Statements;

namespace DcOps.Signing.Bundles;

/// <summary>
/// A statement as one ZIP: tables, manifest, signature, printed pages, script. The same statement and signature give the same bytes:
/// names in order, one fixed time.
/// </summary>
/// <param name="Entries">By name, each name once.</param>
public sealed record StatementBundle(ImmutableArray<BundleEntry> Entries)
{
    const int MostEntries = 64;

    /// <summary>Unpacked; a year of a large facility is about a tenth of it.</summary>
    const long MostBytes = 1L << 30;

    // The first time that a ZIP can hold; when a statement was made stands in its manifest.
    static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ReadOnlyMemory<byte>? this[string name]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Name == name)
                    return entry.Bytes;
            }

            return null;
        }
    }

    /// <summary>Signs a statement's manifest and packs it with all its files.</summary>
    /// <param name="files">A statement's, the manifest among them.</param>
    public static StatementBundle Seal(ImmutableArray<StatementFile> files, StatementSigner signer)
    {
        var entries = files.Select(file => new BundleEntry(file.Name, Encoding.UTF8.GetBytes(file.Text))).ToList();
        var manifest = entries.Find(entry => entry.Name == StatementNames.Manifest);
        entries.Add(new(StatementNames.Signature, signer.Sign(manifest.Bytes.Span)));
        return new([.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)]);
    }

    public byte[] ToZip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in Entries)
            {
                var packed = zip.CreateEntry(entry.Name, CompressionLevel.Optimal);
                packed.LastWriteTime = EntryTime;
                using var stream = packed.Open();
                stream.Write(entry.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }

    /// <exception cref="FormatException">The stream is no bundle: no ZIP, too large, a name twice or with a folder; the message says which.</exception>
    public static StatementBundle Read(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                throw new FormatException($"The ZIP has {zip.Entries.Count} files; a bundle has {MostEntries} at most.");

            var (entries, left) = (new List<BundleEntry>(), MostBytes);
            foreach (var packed in zip.Entries)
            {
                if (packed.FullName != packed.Name || packed.Name is "" or "." or "..")
                    throw new FormatException($"The ZIP's '{packed.FullName}' is in a folder; a bundle has none.");
                if (entries.Exists(entry => entry.Name == packed.Name))
                    throw new FormatException($"The ZIP has '{packed.Name}' twice.");

                var bytes = Unpack(packed, left);
                left -= bytes.Length;
                entries.Add(new(packed.Name, bytes));
            }

            return new([.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)]);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"The file is no ZIP that can be read: {fault.Message}", fault);
        }
    }

    // What the ZIP says about a file's size is not believed: counting stops a bomb.
    static byte[] Unpack(ZipArchiveEntry packed, long most)
    {
        using var source = packed.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > most)
                throw new FormatException($"The ZIP unpacks to more than {MostBytes} bytes.");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
