namespace DcOps.Domain.Scheduling.Planning;

/// <summary>The planner's own books while it searches: what is placed, what it uses and what it costs. Never the last word: the checker is.</summary>
sealed class LoadBook
{
    const double Tolerance = 1e-7;

    readonly Instance _instance;
    readonly double[] _links;
    readonly double[] _regionKw;
    readonly double[] _peakCost;
    readonly double[] _headroom;

    public LoadBook(Instance instance)
    {
        _instance = instance;
        Load = [.. instance.Base];
        Pool = new double[instance.Pools * instance.Slots];
        Quota = new double[instance.QuotaUnits.Length * instance.Slots];
        _links = new double[instance.LinkGbps.Length * instance.Slots];
        _regionKw = new double[instance.Limits.Length * instance.Slots];
        _peakCost = new double[instance.Facilities];
        _headroom = new double[instance.Limits.Length * instance.Slots];
        Columns = new Column[instance.Jobs];
        Array.Fill(Columns, Column.None);
        IsDirty = new bool[instance.Facilities];
        Array.Fill(IsDirty, value: true);
        for (var row = 0; row < _regionKw.Length; row++)
        {
            _regionKw[row] = PowerBound.BaseRegionKw(instance, row / instance.Slots, row % instance.Slots);
            _headroom[row] = Math.Max(instance.Limits[row / instance.Slots].LimitKw, _regionKw[row]);
        }

        for (var job = 0; job < instance.Jobs; job++)
            Cost += instance.Penalty[job];
    }

    public Column[] Columns { get; }

    /// <summary>IT kW, the base included.</summary>
    public double[] Load { get; }

    public double[] Pool { get; }

    public double[] Quota { get; }

    /// <summary>CNY on the scale of the bill's total.</summary>
    public double Cost { get; private set; }

    /// <summary>Approved jobs that stand elsewhere than approved.</summary>
    public int Moved { get; private set; }

    /// <summary>Facilities whose load changed since somebody last prepared their marginal prices.</summary>
    public bool[] IsDirty { get; }

    /// <summary>Would the column break a limit, were it added now?</summary>
    public bool Fits(int job, in Column column)
    {
        var option = _instance.Options[column.Option];
        for (var position = 0; position < column.Count(_instance.Duration[job]); position++)
        {
            if (!HasRoom(job, option, column.SlotAt(position), column.UnitsAt(position, _instance.Units[job])))
                return false;
        }

        return HasLink(option, column.Start);
    }

    public bool HasLink(in Option option, int start)
    {
        if (option.Link < 0)
            return true;
        for (var slot = start - option.TransferSlots; slot < start; slot++)
        {
            if (_links[(option.Link * _instance.Slots) + slot] + option.Gbps > _instance.LinkGbps[option.Link] + Tolerance)
                return false;
        }

        return true;
    }

    public bool HasRoom(int job, in Option option, int slot, int units)
    {
        var (pool, power, kilowatts) = ((option.Pool * _instance.Slots) + slot, (option.Facility * _instance.Slots) + slot, units * _instance.KwPerUnit[option.Pool]);
        if (Pool[pool] + units > _instance.Capacity[pool] + Tolerance || Load[power] + kilowatts > _instance.Limit[power] + Tolerance)
            return false;
        var quota = _instance.Quota[job];
        if (quota >= 0 && Quota[(quota * _instance.Slots) + slot] + units > _instance.QuotaUnits[quota] + Tolerance)
            return false;
        foreach (var limit in _instance.LimitsOf[option.Facility])
        {
            var row = _instance.Limits[limit];
            if (row.CnyPerKwhAbove is not null || slot < row.From || slot >= row.To)
                continue;
            var curve = _instance.Curve[option.Facility];
            var more = curve.FacilityKw(Load[power] + kilowatts) - curve.FacilityKw(Load[power]);
            if (_regionKw[(limit * _instance.Slots) + slot] + more > _headroom[(limit * _instance.Slots) + slot] + Tolerance)
                return false;
        }

        return true;
    }

    /// <summary>Takes the job's column out, if it has one.</summary>
    public void Remove(int job)
    {
        if (!Columns[job].IsServed)
            return;
        Book(job, Columns[job], -1);
        Settle(job, Column.None);
    }

    /// <summary>Puts a column in; the job must have none.</summary>
    public void Place(int job, in Column column)
    {
        if (!column.IsServed)
            return;
        Book(job, column, 1);
        Settle(job, column);
    }

    void Settle(int job, in Column column)
    {
        Cost += _instance.JobCost(job, column) - _instance.JobCost(job, Columns[job]);
        Moved += IsMoved(job, column) - IsMoved(job, Columns[job]);
        Columns[job] = column;
    }

    int IsMoved(int job, in Column column) =>
        _instance.IsApproved[job] && column.IsServed && !column.IsSame(_instance.Current[job]) ? 1 : 0;

    void Book(int job, in Column column, int sign)
    {
        var option = _instance.Options[column.Option];
        var (curve, first, quota) = (_instance.Curve[option.Facility], option.Facility * _instance.Slots, _instance.Quota[job]);
        for (var position = 0; position < column.Count(_instance.Duration[job]); position++)
        {
            var (slot, units) = (column.SlotAt(position), sign * column.UnitsAt(position, _instance.Units[job]));
            Pool[(option.Pool * _instance.Slots) + slot] += units;
            if (quota >= 0)
                Quota[(quota * _instance.Slots) + slot] += units;
            var before = Load[first + slot];
            var after = before + (units * _instance.KwPerUnit[option.Pool]);
            var more = curve.FacilityKw(after) - curve.FacilityKw(before);
            Load[first + slot] = after;
            Cost += _instance.Price[first + slot] * more;
            foreach (var limit in _instance.LimitsOf[option.Facility])
                BookLimit(limit, slot, more);
        }

        for (var slot = column.Start - option.TransferSlots; option.Link >= 0 && slot < column.Start; slot++)
            _links[(option.Link * _instance.Slots) + slot] += sign * option.Gbps;
        if (_instance.DemandCharge[option.Facility] > 0)
            BookPeak(option.Facility);
        IsDirty[option.Facility] = true;
    }

    void BookLimit(int limit, int slot, double more)
    {
        var at = (limit * _instance.Slots) + slot;
        if (slot >= _instance.Limits[limit].From && slot < _instance.Limits[limit].To)
            Cost += PowerBound.LimitCost(_instance, limit, _regionKw[at] + more) - PowerBound.LimitCost(_instance, limit, _regionKw[at]);
        _regionKw[at] += more;
    }

    void BookPeak(int facility)
    {
        var highest = 0.0;
        foreach (var load in Load.AsSpan(facility * _instance.Slots, _instance.Slots))
            highest = Math.Max(highest, load);
        var cost = _instance.DemandCharge[facility]
            * Math.Max(0, _instance.Curve[facility].FacilityKw(highest) - _instance.FreePeak[facility]);
        Cost += cost - _peakCost[facility];
        _peakCost[facility] = cost;
    }
}
