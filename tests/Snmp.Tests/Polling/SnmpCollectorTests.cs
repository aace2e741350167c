using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Polling;
using DcOps.Collectors.Snmp.Tests.Engine;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Polling;

/// <summary>The whole collector: a configuration, a device on a real socket, a clock that the test moves, a sink that it reads.</summary>
public sealed class SnmpCollectorTests : IAsyncLifetime
{
    const string Power = "1.3.6.1.4.1.9999.1.1.0";
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);
    readonly FakeTimeProvider _time = new(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    readonly ScriptedAgent _agent = new();
    readonly ReadingTray _tray = new();
    readonly LogLines _log = new();
    readonly SnmpCollector _collector;

    public SnmpCollectorTests()
    {
        var profile = ProfileLibrary.Parse("meter.json", """
            {
              "name": "meter", "title": "Meter", "source": "test",
              "recognise": { "systemObjectIds": ["1.3.6.1.4.1.9999"] },
              "scalars": [ { "object": "power", "address": "1.3.6.1.4.1.9999.1.1.0", "part": "total", "quantity": "active-power", "unit": "W" } ]
            }
            """);
        var document = ConfigurationDocument.Parse("site.json", $$"""
            { "snmp": {
              "interval": "00:00:10", "timeout": "00:00:01", "retries": 1,
              "credentials": { "open": { "version": "v2c", "community": "text:public" } },
              "devices": [ { "name": "meter", "location": "NJ-01", "address": "{{_agent.Address}}", "credentials": "open", "profile": "meter", "ratedKilowatts": 10 } ]
            } }
            """);
        var settings = SnmpSettingsReader.Read(document, inventory: null, new([profile]));
        document.ThrowIfFaulty();
        _collector = new(settings!, _tray, _time, new Logger<SnmpCollector>(_log));
    }

    public async ValueTask InitializeAsync() => await _collector.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _collector.StopAsync(CancellationToken.None);
        _collector.Dispose();
        _agent.Dispose();
    }

    [Fact]
    public async Task Hands_on_what_the_device_said_with_quality_and_time()
    {
        _time.Advance(Interval);
        await AnswerAsync(upTime: 42, power: 1234);

        var readings = await _tray.NextAsync();
        await _collector.IdleAsync();

        Assert.Contains(
            new Reading(PointId.Total("meter", Quantity.ActivePower), 1234, _time.GetUtcNow(), ReadingQuality.Good), readings.Readings);
        Assert.Equal("NJ-01", readings.Device.Location.Path);
        Assert.Equal(DeviceStanding.Answering, Status.Standing);
        Assert.Equal((1, 0), (Status.Answered, Status.Failed));
    }

    [Fact]
    public async Task Names_a_silent_device_once_and_hands_on_nothing_for_it()
    {
        await AnswerOnceAsync();

        await StaySilentAsync(questions: 2);
        await StaySilentAsync(questions: 1);
        await StaySilentAsync(questions: 1);

        Assert.Equal(DeviceStanding.Silent, Status.Standing);
        Assert.Equal((1, 3), (Status.Answered, Status.Failed));
        Assert.Equal([$"NJ-01 meter at {_agent.Address} went silent: no answer within 1000 ms, asked 2 times"], _log.Warnings);
        Assert.Equal(0, _tray.Waiting);
    }

    [Fact]
    public async Task Polls_a_device_at_once_when_it_is_back()
    {
        await AnswerOnceAsync();
        await StaySilentAsync(questions: 2);
        await StaySilentAsync(questions: 1);

        _time.Advance(PollTimetable.LongestWait);
        var (probe, from) = await _agent.NextAsync();
        Assert.Single(probe.Variables);
        _agent.Send(ScriptedAgent.UpTime(probe, 20_000), from);
        await AnswerAsync(upTime: 200, power: 55);

        var readings = await _tray.NextAsync();
        await _collector.IdleAsync();
        Assert.Contains(readings.Readings, reading => reading is { Point.Quantity: Quantity.ActivePower, Value: 55 });
        Assert.Equal(DeviceStanding.Answering, Status.Standing);
        Assert.Contains(_log.Lines, line => line.StartsWith($"NJ-01 meter at {_agent.Address} answers again after ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_all_anew_before_it_uses_anything_of_a_device_that_restarted()
    {
        await AnswerOnceAsync(upTime: 5_000);

        _time.Advance(Interval);
        await AnswerAsync(upTime: 3, power: 1);
        await AnswerAsync(upTime: 3, power: 2);

        var readings = await _tray.NextAsync();
        Assert.Contains(readings.Readings, reading => reading is { Point.Quantity: Quantity.ActivePower, Value: 2 });
        Assert.Contains($"NJ-01 meter at {_agent.Address} has been Restarted; all of it is read anew", _log.Lines);
    }

    [Fact]
    public async Task Never_hands_on_a_zero_for_what_the_device_does_not_have()
    {
        _time.Advance(Interval);
        var (question, from) = await _agent.NextAsync();
        _agent.Send(Pdu.Response(question.RequestId, [.. question.Variables.Select(variable => variable with { Value = ObjectSyntax.NoSuchInstance })]), from);

        var readings = await _tray.NextAsync();

        Assert.DoesNotContain(readings.Readings, reading => reading.Value is not null);
    }

    [Fact]
    public async Task Polls_a_device_at_once_that_has_told_something()
    {
        await AnswerOnceAsync();

        ((INotifiedDevices)_collector).Hasten(IPAddress.Loopback);
        ((INotifiedDevices)_collector).Hasten(IPAddress.Loopback);
        ((INotifiedDevices)_collector).Hasten(IPAddress.Parse("192.0.2.1"));
        _time.Advance(TimeSpan.FromMilliseconds(50));
        await AnswerAsync(upTime: 52, power: 77);
        var readings = await _tray.NextAsync();
        await _collector.IdleAsync();

        Assert.Contains(readings.Readings, reading => reading is { Point.Quantity: Quantity.ActivePower, Value: 77 });
        Assert.Equal((2, 0), (Status.Answered, Status.Failed));
        Assert.Equal("NJ-01 meter", ((INotifiedDevices)_collector).At(IPAddress.Loopback)!.ToString());
        await AnswerOnceAsync(upTime: 60);
        Assert.False(_agent.HasQuestion);
    }

    [Fact]
    public async Task Names_the_slowest_devices_and_those_that_fail_by_why()
    {
        var failing = SnmpMetrics.CountOfFailing("no answer");
        await AnswerOnceAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await StaySilentAsync(questions: 2);

        Assert.Equal(failing + 1, SnmpMetrics.CountOfFailing("no answer"));
        Assert.Contains(SnmpMetrics.SlowestDevices.GetAllLabelValues(), labels => labels[0] == "NJ-01 meter");
        Assert.NotNull(Status.PollTook);
    }

    [Fact]
    public async Task Ends_while_a_question_is_under_way()
    {
        _time.Advance(Interval);
        await _agent.NextAsync();

        await _collector.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, _tray.Waiting);
    }

    SnmpDeviceStatus Status => Assert.Single(_collector.Devices);

    async Task AnswerOnceAsync(int upTime = 42)
    {
        _time.Advance(Interval);
        await AnswerAsync(upTime, power: 1);
        await _tray.NextAsync();
        await _collector.IdleAsync();
    }

    async Task AnswerAsync(int upTime, int power)
    {
        var (question, from) = await _agent.NextAsync();
        _agent.Send(
            Pdu.Response(question.RequestId, [.. question.Variables.Select(variable => variable with
            {
                Value = variable.Name.ToString() == Power ? ObjectSyntax.Gauge32((uint)power) : ObjectSyntax.TimeTicks((uint)upTime * 100),
            })]),
            from);
    }

    // Lets the device's time come and every question of the poll expire.
    async Task StaySilentAsync(int questions)
    {
        var failed = Status.Failed;
        _time.Advance(PollTimetable.LongestWait);
        for (var question = 0; question < questions; question++)
        {
            await _agent.NextAsync();
            _time.Advance(Timeout);
        }

        Assert.Equal(failed + 1, Status.Failed);
    }
}
