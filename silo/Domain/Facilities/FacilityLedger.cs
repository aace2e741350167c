using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of a facility by role: 15-minute rows for the ledger, and the figures of the running day.</summary>
sealed class FacilityLedger
{
    const int MinutesInQuarter = 15;

    static readonly TimeSpan TellAfter = TimeSpan.FromMinutes(2);

    readonly Facility _facility;
    readonly RoleLedger?[] _roles = new RoleLedger?[RoleValues.Count];
    readonly DateTimeOffset?[] _pairedSince;

    public FacilityLedger(Facility facility, FacilityImage? image)
    {
        _facility = facility;
        foreach (var (role, expected) in facility.Meters.CountBy(meter => meter.Role))
            _roles[(int)role] = Saved(image, role) is { } saved ? new(saved, expected) : new(role, expected);
        Racks = Saved(image, MeterRole.ItInput) is { } racks
            ? new(racks, facility.RackCount)
            : new(MeterRole.ItInput, facility.RackCount);
        _roles[(int)MeterRole.ItInput] = Racks;
        _pairedSince = image is null ? new DateTimeOffset?[3] : [.. image.PairedSince];
    }

    /// <summary>The racks' own energy: E_IT of category 3.</summary>
    public RoleLedger Racks { get; }

    public RoleLedger? this[MeterRole role] => _roles[(int)role];

    public ImmutableArray<RoleImage> Save() => [.. _roles.Where(role => role is not null).Select(role => role!.Save())];

    public ImmutableArray<DateTimeOffset?> SavePairedSince() => [.. _pairedSince];

    /// <summary>Rows that are due: complete ones when they are over, incomplete ones two minutes later, each again when it changed.</summary>
    public void TakeRows(DateTimeOffset now, ImmutableArray<FacilityInterval>.Builder rows)
    {
        foreach (var role in _roles)
        {
            for (var index = 0; index < (role?.Quarters.Count ?? 0); index++)
            {
                var slot = role!.Quarters[index];
                var end = slot.From + IntervalGrid.Quarter;
                if (slot.IsTold || (now < end + TellAfter && !(slot.IsComplete && now >= end)))
                    continue;

                rows.Add(new(
                    _facility.Id, role.Role, slot.From, slot.Known == 0 ? null : new Energy(slot.WattHours),
                    new Energy(slot.EstimatedWattHours), slot.Quality, slot.Known, slot.Expected));
                role.Quarters[index] = slot with { IsTold = true };
            }
        }
    }

    /// <summary>Energy of the roles since local midnight; null when nothing is known.</summary>
    public Energy? Today(ImmutableArray<MeterRole> roles, DateTimeOffset now)
    {
        Energy? sum = null;
        foreach (var role in roles)
        {
            if (_roles[(int)role]?.Today.AsOf(now) is { } energy)
                sum = (sum ?? Energy.Zero) + energy;
        }

        return sum;
    }

    /// <summary>Energy of the racks since local midnight: closed intervals, then the minutes after them; null when nothing is known.</summary>
    public Energy? RacksToday(DateTimeOffset now)
    {
        var day = BusinessCalendar.Shanghai.DayOf(now);
        var energy = 0L;
        var isKnown = false;
        for (var at = day.From; at <= now; at += IntervalGrid.Quarter)
        {
            if (Racks.Quarters.TryGet(at, out var quarter))
                (energy, isKnown) = (energy + quarter.WattHours, true);
            else
                AddMinutes(at, ref energy, ref isKnown);
        }

        return isKnown ? new Energy(energy) : null;
    }

    /// <summary>
    /// PUE of the running day, one figure per declared category, category 1 first. Intervals count when both sides are
    /// complete; of the open one, the minutes in which both sides are. A facility's first day begins with its first such
    /// minute, and with the first whole interval once single minutes are no longer kept.
    /// </summary>
    public ImmutableArray<PueFigure> PueToday(bool allRacksMetered, DateTimeOffset now)
    {
        if (!MeterRoles.Entering.Any(role => _roles[(int)role] is not null))
            return [];

        var figures = ImmutableArray.CreateBuilder<PueFigure>(3);
        for (var category = PueCategory.Category1; category <= PueCategory.Category3; category++)
        {
            var it = category.ItRole();
            if (_roles[(int)it] is not null && (it != MeterRole.ItInput || allRacksMetered))
                figures.Add(FigureOf(category, now));
        }

        return figures.DrainToImmutable();
    }

    /// <summary>Pumps of the coolant loops against E_IT of the running day, at the first declared category; null when either is not declared.</summary>
    public PairedEnergy? CoolantToday(DateTimeOffset now)
    {
        if (_roles[(int)MeterRole.CoolantPumps] is null)
            return null;

        var it = Enum.GetValues<PueCategory>().Select(category => category.ItRole()).First(role => _roles[(int)role] is not null);
        var midnight = BusinessCalendar.Shanghai.DayOf(now).From;
        return PeriodOf([MeterRole.CoolantPumps, it], midnight, IntervalGrid.Floor(now, IntervalGrid.Minute)).Pair(PairKind.CoolantPumpsOverIt);
    }

    static RoleImage? Saved(FacilityImage? image, MeterRole role) => image?.Roles.FirstOrDefault(saved => saved.Role == role);

    PueFigure FigureOf(PueCategory category, DateTimeOffset now)
    {
        ImmutableArray<MeterRole> declared =
            [.. MeterRoles.Entering.Where(role => _roles[(int)role] is not null), category.ItRole()];
        var midnight = BusinessCalendar.Shanghai.DayOf(now).From;
        var since = Since(category, declared, now);
        var from = since > midnight ? since.Value : midnight;
        var to = IntervalGrid.Floor(now, IntervalGrid.Minute);
        if (since is null || to <= from)
            (from, to) = (midnight, midnight);

        return PueFigure.Of(PeriodOf(declared, from, to), category, 0)!;
    }

    DateTimeOffset? Since(PueCategory category, ImmutableArray<MeterRole> declared, DateTimeOffset now)
    {
        var first = _pairedSince[(int)category - 1] ??= FirstPaired(declared, now);
        return first is null || now < first + RoleLedger.MinutesKept ? first : IntervalGrid.Ceiling(first.Value, IntervalGrid.Quarter);
    }

    /// <summary>The period in minutes: whole intervals where they are complete, single minutes elsewhere.</summary>
    FacilityPeriod PeriodOf(ImmutableArray<MeterRole> declared, DateTimeOffset from, DateTimeOffset to)
    {
        var through = LastPaired(declared, from, to);
        var period = new FacilityPeriodBuilder(declared, (int)(through - from).TotalMinutes);
        for (var at = IntervalGrid.Floor(from, IntervalGrid.Quarter); at < through; at += IntervalGrid.Quarter)
        {
            var end = at + IntervalGrid.Quarter;
            var quarter = ValuesOf(declared, role => role.Quarters, at);
            if (at >= from && end <= through && IsComplete(quarter, declared))
            {
                period.Add(quarter, MinutesInQuarter);
                continue;
            }

            for (var minute = at < from ? from : at; minute < end && minute < through; minute += IntervalGrid.Minute)
                period.Add(ValuesOf(declared, role => role.Minutes, minute), 1);
        }

        return period.Build(from, through);
    }

    /// <summary>End of the last minute that both sides cover: what is not in yet is not missing yet; five minutes later it is.</summary>
    DateTimeOffset LastPaired(ImmutableArray<MeterRole> declared, DateTimeOffset from, DateTimeOffset to)
    {
        var latest = to;
        for (var patience = 0; patience < 5 && latest > from; patience++, latest -= IntervalGrid.Minute)
        {
            var at = latest - IntervalGrid.Minute;
            if (IsComplete(ValuesOf(declared, role => role.Minutes, at), declared))
                return latest;
        }

        return to;
    }

    DateTimeOffset? FirstPaired(ImmutableArray<MeterRole> declared, DateTimeOffset now)
    {
        for (var at = IntervalGrid.Floor(now, IntervalGrid.Minute) - TimeSpan.FromMinutes(30); at < now; at += IntervalGrid.Minute)
        {
            if (IsComplete(ValuesOf(declared, role => role.Minutes, at), declared))
                return at;
        }

        return null;
    }

    RoleValues ValuesOf(ImmutableArray<MeterRole> declared, Func<RoleLedger, EnergySlots> slotsOf, DateTimeOffset from)
    {
        var values = default(RoleValues);
        foreach (var role in declared)
        {
            if (slotsOf(_roles[(int)role]!).TryGet(from, out var slot))
                values[role] = new(slot.WattHours, slot.EstimatedWattHours, slot.IsComplete);
        }

        return values;
    }

    static bool IsComplete(in RoleValues values, ImmutableArray<MeterRole> declared)
    {
        foreach (var role in declared)
        {
            if (!values[role].IsComplete)
                return false;
        }

        return true;
    }

    void AddMinutes(DateTimeOffset quarter, ref long energy, ref bool isKnown)
    {
        for (var minute = quarter; minute < quarter + IntervalGrid.Quarter; minute += IntervalGrid.Minute)
        {
            if (Racks.Minutes.TryGet(minute, out var slot))
                (energy, isKnown) = (energy + slot.WattHours, true);
        }
    }
}
