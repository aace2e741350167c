using System.Globalization;
using System.Text;
using DcOps.Grains.Journal;
using DcOps.Silo.Host.Journal;
using DcOps.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Grains.Tests.Journal;

/// <summary>Random owners, flushes, images and crashes against a plain list of what must be there.</summary>
public sealed class JournalChaosTests
{
    static readonly string[] Owners = ["room/A", "room/B", "facility/C", "room/D"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_was_durable_and_not_covered_is_read_again_once_and_in_order(int seed)
    {
        using var scratch = new ScratchFolder();
        var random = new Random(seed);
        var must = Owners.ToDictionary(owner => owner, _ => new List<int>(), StringComparer.Ordinal);
        var may = Owners.ToDictionary(owner => owner, _ => new List<int>(), StringComparer.Ordinal);
        var covered = new HashSet<int>();
        var number = 0;
        for (var life = 0; life < 25; life++)
        {
            var folder = scratch.Of($"life-{life}");
            Directory.CreateDirectory(folder);
            var journal = new FileJournal(
                folder, new() { Pace = TimeSpan.Zero, SegmentBytes = 4_096 }, static _ => true, TimeProvider.System, NullLogger<FileJournal>.Instance);
            foreach (var owner in Owners)
            {
                // Of what was covered some may come again, in front: owners know it by its sequence.
                var found = await Read(journal, owner);
                Assert.Equal(found.Distinct().Order(), found);
                Assert.Empty(must[owner].Except(found));
                Assert.Equal(may[owner].Take(found.Count(may[owner].Contains)), found.Where(may[owner].Contains));
                Assert.Empty(found.Except(may[owner]).Except(covered));
                (must[owner], may[owner]) = ([.. found], [.. found]);
            }

            for (var step = random.Next(60); step > 0; step--)
            {
                var owner = Owners[random.Next(Owners.Length)];
                var place = ((IDeliveryJournal)journal).Open(owner);
                switch (random.Next(10))
                {
                    case < 6:
                        Assert.NotNull(place.Append(0, Site.Start, Record(++number, random)));
                        may[owner].Add(number);
                        break;
                    case < 9:
                        await journal.FlushAsync();
                        foreach (var each in Owners)
                            must[each] = [.. may[each]];
                        break;
                    default:
                        place.Cover(place.Position);
                        covered.UnionWith(may[owner]);
                        must[owner].Clear();
                        may[owner].Clear();
                        break;
                }
            }

            Crash(folder, scratch.Of($"life-{life + 1}"), journal.DurableThrough, random);
            await journal.DisposeAsync();
        }
    }

    /// <summary>The folder as it is now, its newest file cut at a byte that was not durable.</summary>
    static void Crash(string from, string to, long durable, Random random)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.log"))
        {
            var bytes = File.ReadAllBytes(file);
            var start = JournalFormat.ReadHeader(file, bytes);
            var safe = (int)Math.Clamp(durable - start + JournalFormat.HeaderLength, JournalFormat.HeaderLength, bytes.Length);
            File.WriteAllBytes(Path.Combine(to, Path.GetFileName(file)), bytes[..random.Next(safe, bytes.Length + 1)]);
        }
    }

    static byte[] Record(int number, Random random) =>
        Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(random.Next(8, 400)));

    static async Task<List<int>> Read(FileJournal journal, string owner)
    {
        var numbers = new List<int>();
        await foreach (var record in ((IDeliveryJournal)journal).Open(owner).ReadAsync(TestContext.Current.CancellationToken))
            numbers.Add(int.Parse(Encoding.UTF8.GetString(record.Batches.Span), CultureInfo.InvariantCulture));
        return numbers;
    }
}
