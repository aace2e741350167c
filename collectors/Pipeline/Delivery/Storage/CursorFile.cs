using System.Globalization;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>
/// What must outlive an empty outbox: how far receipts have come, and below which number every sequence counts as used.
/// Replaced as a whole, so that a crash leaves the old one or the new one.
/// </summary>
sealed class CursorFile(string folder)
{
    const string Name = "cursor";
    const string Version = "dcops-outbox-cursor 1";

    string FilePath => Path.Combine(folder, Name);

    /// <summary>Null when there is none, or it cannot be read: the segments and the clock then say where to go on.</summary>
    public OutboxCursor? Read()
    {
        if (!File.Exists(FilePath))
            return null;

        return File.ReadAllLines(FilePath) is [Version, var receipted, var reserved]
            && long.TryParse(receipted, NumberStyles.None, CultureInfo.InvariantCulture, out var receiptedThrough)
            && long.TryParse(reserved, NumberStyles.None, CultureInfo.InvariantCulture, out var reservedThrough)
            && reservedThrough >= receiptedThrough
                ? new(receiptedThrough, reservedThrough)
                : null;
    }

    /// <exception cref="IOException">The disk takes no more; the old cursor stands.</exception>
    public void Write(OutboxCursor cursor)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{cursor.ReceiptedThrough}\n{cursor.ReservedThrough}\n");
        var next = FilePath + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, FilePath, overwrite: true);
    }
}
