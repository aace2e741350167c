using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Upload.Items;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Upload;

/// <summary>Items as a data centre would make them.</summary>
static class MadeItems
{
    public const string Destination = "province";

    /// <summary>00:00 of 1 January 2026 in Beijing.</summary>
    public static readonly DateTimeOffset First = new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero);

    public static ItemSpool Open(string folder) => ItemSpool.Open(folder, [Destination], new(), NullLogger<ItemSpool>.Instance);

    public static List<UploadItem> Day(int day, int meters) =>
    [
        .. Enumerable.Range(0, 96).SelectMany(quarter => Enumerable.Range(0, meters)
            .Select(meter => Item(ItemSpan.Quarter, First.AddDays(day).AddMinutes(15 * quarter), meter))),
        .. Enumerable.Range(0, meters).Select(meter => Item(ItemSpan.Day, First.AddDays(day), meter)),
    ];

    /// <summary>Quarter-hours one by one, every other one acknowledged, and after each a line that says which was kept.</summary>
    public static void WriteUntilKilled(string folder)
    {
        var spool = Open(folder);
        Console.WriteLine("open");
        for (var number = 0; ; number++)
        {
            spool.Append([Quarter(number)]);
            if (number % 2 == 1)
                spool.Settle(Destination, spool.Take(Destination, UploadLane.Backlog, 1, First.AddYears(1)), ItemState.Acknowledged);
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static UploadItem Quarter(int number) => Item(ItemSpan.Quarter, First.AddMinutes(15 * number), 0);

    static UploadItem Item(ItemSpan span, DateTimeOffset from, int meter) => new(
        "91320100MA1XXXXX0Q", "NJ01", string.Create(CultureInfo.InvariantCulture, $"3300.{meter:000}"), span, from,
        1_234.567m + meter, "kWh", 0.0001229m, InputKind.Meter, IntervalQuality.Measured, 1);
}
