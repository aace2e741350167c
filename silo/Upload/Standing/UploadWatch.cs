using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;
using DcOps.Upload.Spool;

namespace DcOps.Upload.Standing;

/// <summary>How the upload stands, from the spool and from what destinations answered.</summary>
public sealed class UploadWatch(UploadOptions options, ItemSpool spool, UploadJournal journal, TimeProvider time) : IUploadWatch
{
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;

    readonly int _meters = new ItemRegister(options).ItemsPerQuarter;

    public ImmutableArray<string> Destinations { get; } = [.. options.Destinations.Select(destination => destination.Name)];

    // Days are read from disk one after the other, beside the pumps.
    public Task<ImmutableArray<UploadStanding>> StandingAsync(BusinessPeriod within, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var standings = ImmutableArray.CreateBuilder<UploadStanding>(Destinations.Length);
            foreach (var destination in Destinations)
                standings.Add(StandingOf(destination, within, cancellationToken));
            return standings.MoveToImmutable();
        },
        cancellationToken);

    UploadStanding StandingOf(string destination, BusinessPeriod within, CancellationToken cancellationToken)
    {
        var (now, news) = (time.GetUtcNow(), journal.Of(destination));
        var days = ImmutableArray.CreateBuilder<UploadDay>();
        var end = within.To < now ? within.To : now;
        for (var day = FirstOf(within); day is { } date && Calendar.Day(date).From < end; day = date.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = spool.CountOf(destination, date);
            days.Add(new(date, ExpectedOf(date, now), count.Spooled, count.Acknowledged, count.Refused));
        }

        var (pending, oldest) = spool.PendingOf(destination);
        return new(
            destination, now, pending, oldest, spool.Bytes, news.AcknowledgedAt, news.Refusal, news.Failure, days.DrainToImmutable());
    }

    DateOnly? FirstOf(BusinessPeriod within) => spool.First is not { } first ? null
        : Calendar.LocalDate(within.From) is var asked && asked > first ? asked
        : first;

    int ExpectedOf(DateOnly date, DateTimeOffset now)
    {
        var day = Calendar.Day(date);
        var over = (day.To < now ? day.To : now) - day.From;
        return _meters * ((int)(over.Ticks / IntervalGrid.Quarter.Ticks) + (day.To <= now ? 1 : 0));
    }
}
