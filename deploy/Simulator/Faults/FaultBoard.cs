using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Faults;

/// <summary>The faults that stand, and what they do to devices and feeds. Any thread may ask; changes are one at a time.</summary>
public sealed class FaultBoard(ProvinceModel province, DeviceCatalog devices, TimeProvider time, FaultJournal journal)
{
    // Watt-hours: some ten minutes of a rack's feed.
    const long CountsBeforeWrap = 200;

    readonly Lock _gate = new();
    readonly FaultTarget _target = new(province, devices);
    readonly List<Fault> _standing = [];
    int _lastId;
    ImmutableHashSet<FacilityId> _cut = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Fault> Standing
    {
        get
        {
            lock (_gate)
                return [.. _standing];
        }
    }

    /// <summary>Whether the facility is off the network.</summary>
    public bool IsCut(FacilityId facility) => Volatile.Read(ref _cut).Contains(facility);

    /// <exception cref="FaultRefusedException">The target does not exist, or the duration makes no sense.</exception>
    public Fault Put(FaultRequest request)
    {
        if (request.For is { } span && span <= TimeSpan.Zero)
            throw new FaultRefusedException("A fault lasts longer than nothing.");

        lock (_gate)
        {
            var now = time.GetUtcNow();
            var fault = new Fault(++_lastId, request, now, now + request.For);
            Check(fault);
            if (fault.IsStanding)
            {
                _standing.Add(fault);
                Apply();
            }
            else
            {
                Happen(_target.Metered(request), request.Kind, now);
            }

            journal.Note(fault);
            return fault;
        }
    }

    /// <summary>Ends one fault, or all when <paramref name="id"/> is null.</summary>
    /// <returns>How many ended.</returns>
    public int Clear(int? id)
    {
        lock (_gate)
        {
            return End(fault => id is null || fault.Id == id, time.GetUtcNow());
        }
    }

    /// <summary>Ends what is over.</summary>
    public void Expire()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            End(fault => fault.Until <= now, now);
        }
    }

    /// <summary>Goes on with the faults of an earlier run.</summary>
    public void Restore(IEnumerable<Fault> standing)
    {
        lock (_gate)
        {
            _standing.AddRange(standing);
            foreach (var fault in _standing)
                journal.Note(fault);
            _lastId = _standing.Select(fault => fault.Id).DefaultIfEmpty(0).Max();
            Apply();
        }
    }

    void Check(Fault fault)
    {
        switch (fault.Request.Kind)
        {
            case FaultKind.Silent or FaultKind.Stuck:
                _target.Device(fault.Request);
                return;
            case FaultKind.Trip:
                _target.Row(fault.Request);
                return;
            case FaultKind.Leak or FaultKind.Pump:
                _target.Cdu(fault.Request);
                return;
            case FaultKind.Cooling:
                _target.Aisle(fault.Request);
                return;
            case FaultKind.Flap:
                _target.AirSensor(fault.Request);
                return;
            case FaultKind.Wan or FaultKind.Battery:
                _target.Facility(fault.Request);
                return;
            default:
                _target.Metered(fault.Request);
                return;
        }
    }

    static void Happen(SimulatedDevice device, FaultKind kind, DateTimeOffset now)
    {
        if (kind == FaultKind.Reset)
        {
            device.Register!.Reset(device.TrueMillijoules);
            device.RegisterResetAt = now;
            return;
        }

        device.Register!.SetBeforeWrap(device.TrueMillijoules, CountsBeforeWrap);
        device.Exchanges++;
        device.StartedAt = now;
        device.RegisterResetAt = now;
    }

    // The states follow from the standing faults alone, so that two faults on one device end independently.
    void Apply()
    {
        Trip();
        var silent = Named(FaultKind.Silent);
        var cut = _standing.Where(fault => fault.Request.Kind == FaultKind.Wan)
            .Select(fault => _target.Facility(fault.Request).Plan.Id)
            .ToImmutableHashSet();
        Volatile.Write(ref _cut, cut);
        silent.UnionWith(cut.SelectMany(devices.Of));
        var stuck = Named(FaultKind.Stuck);
        var (leaking, stopped) = (Named(FaultKind.Leak), Named(FaultKind.Pump));
        foreach (var cdu in devices.All.OfType<CduDevice>())
        {
            cdu.IsLeaking = leaking.Contains(cdu);
            cdu.IsPumpStopped = stopped.Contains(cdu);
        }

        Air();
        var onBattery = _standing.Where(fault => fault.Request.Kind == FaultKind.Battery).Select(fault => fault.Request.Target).ToHashSet(StringComparer.Ordinal);
        foreach (var site in province.Facilities)
            site.Battery.IsInputLost = onBattery.Contains(site.Plan.Id.Value);
        foreach (var device in devices.All)
        {
            device.IsSilent = silent.Contains(device) || device is RackPduDevice { IsUnpowered: true };
            device.IsStuck = stuck.Contains(device);
        }
    }

    void Trip()
    {
        var tripped = _standing.Where(fault => fault.Request.Kind == FaultKind.Trip)
            .SelectMany(fault => _target.Row(fault.Request) is var (site, racks)
                ? racks.Select(rack => (site, rack, fault.Request.Feed ?? Feed.A))
                : [])
            .ToHashSet();
        foreach (var pdu in devices.All.OfType<RackPduDevice>())
        {
            var isDead = tripped.Contains((pdu.Site, pdu.Rack, pdu.Feed));
            if (pdu.IsUnpowered && !isDead)
                pdu.StartedAt = time.GetUtcNow();
            pdu.Site.Feeds.Cut(pdu.Rack, pdu.Feed, isDead);
        }

        foreach (var panel in devices.All.OfType<PanelDevice>())
        {
            panel.Open = [.. _standing
                .Where(fault => fault.Request.Kind == FaultKind.Trip && (fault.Request.Feed ?? Feed.A) == panel.Feed)
                .Select(fault => fault.Request.Target)
                .Where(target => target.StartsWith($"{panel.Room.Value}/", StringComparison.Ordinal) && target.Length == panel.Room.Value.Length + 2)
                .Select(target => target[^1])];
        }
    }

    void Air()
    {
        var stopped = _standing.Where(fault => fault.Request.Kind == FaultKind.Cooling).Select(fault => fault.Request.Target).ToHashSet(StringComparer.Ordinal);
        foreach (var aisle in province.Facilities.SelectMany(site => site.Aisles))
            aisle.IsStopped = stopped.Contains(aisle.Row.Path);

        var flapping = _standing.Where(fault => fault.Request.Kind == FaultKind.Flap)
            .ToLookup(fault => _target.Device(fault.Request), fault => new Flapping(fault.From, fault.Request.Every ?? FaultRequest.UsualPeriod));
        foreach (var sensor in devices.All.OfType<AirSensorDevice>())
            sensor.Flapping = flapping[sensor].FirstOrDefault();
    }

    int End(Predicate<Fault> isOver, DateTimeOffset now)
    {
        var ended = _standing.FindAll(isOver);
        if (ended.Count == 0)
            return 0;

        _standing.RemoveAll(isOver);
        Apply();
        foreach (var fault in ended)
            journal.End(fault, fault.Until < now ? fault.Until.Value : now);
        return ended.Count;
    }

    HashSet<SimulatedDevice> Named(FaultKind kind) =>
        [.. _standing.Where(fault => fault.Request.Kind == kind).Select(fault => _target.Device(fault.Request))];
}
