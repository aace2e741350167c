using System.Globalization;
using DcOps.Simulator.Agents;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Tests.Model;
using DcOps.Testing;

namespace DcOps.Simulator.Tests.Agents;

/// <summary>The agents as net-snmp sees them.</summary>
public sealed class AgentFleetTests : IAsyncLifetime
{
    const string Community = "-v2c -c simulator";
    const string User = "-v3 -l authPriv -u monitor -a SHA-256 -A simulated-auth -x AES -X simulated-priv";
    const string Apc = ".1.3.6.1.4.1.318.1.1.26.";
    const string Vertiv = ".1.3.6.1.4.1.21239.5.2.";

    readonly Played _played = new();
    readonly int _port = FreePort.Udp();
    AgentFleet? _fleet;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _played.Pass(TimeSpan.FromMinutes(30));
        _fleet = new(_played.Devices, AgentKeys.Default, _port, boots: 3, _played.Time);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _fleet!.DisposeAsync();

    [Fact]
    public async Task A_bulk_walk_lists_the_same_objects_as_a_walk_step_by_step_in_rising_order()
    {
        var address = AddressOf("SZ-01/R01/A01", "pdu-a");

        var (bulkCode, bulk) = await Walked.RunAsync("snmpbulkwalk", Community, address, ".1", Ending);
        var (stepCode, steps) = await Walked.RunAsync("snmpwalk", Community, address, ".1", Ending);

        Assert.Equal((0, 0), (bulkCode, stepCode));
        Assert.Equal(Names(steps), Names(bulk));
        Assert.Equal(7 + 10 + 9 + (3 * 9) + (24 * 12), Names(bulk).Length);
        Assert.Equal(Names(bulk).Order(new DottedOrder()), Names(bulk));
    }

    [Fact]
    public async Task An_apc_pdu_shows_hundredths_of_kilowatts_and_tenths_of_kilowatt_hours()
    {
        var pdu = _played.Device<RackPduDevice>("NJ-01/R01/A01", "pdu-a");

        var values = await ValuesAsync(Community, AddressOf("NJ-01/R01/A01", "pdu-a"), $"{Apc}4.3.1.5.1 {Apc}4.3.1.9.1 {Apc}4.2.1.13.1");

        Assert.Equal(Math.Round(pdu.Measured.Milliwatts / 10_000.0), values[0]);
        Assert.Equal(pdu.Register.OffsetMillijoules / (100 * RegisterForm.WattHour) + pdu.TrueMillijoules / (100 * RegisterForm.WattHour), values[1], tolerance: 1);
        Assert.Equal(110, values[2]);
    }

    [Fact]
    public async Task The_phases_of_an_apc_pdu_add_up_within_their_resolution()
    {
        var values = await ValuesAsync(
            Community, AddressOf("NJ-01/R01/A02", "pdu-b"), $"{Apc}4.3.1.5.1 {Apc}6.3.1.7.1 {Apc}6.3.1.7.2 {Apc}6.3.1.7.3 {Apc}6.3.1.6.1 {Apc}6.3.1.5.1");

        Assert.Equal(values[0], values[1] + values[2] + values[3], tolerance: 2);
        Assert.InRange(values[4], 225, 235);
        Assert.Equal(values[1] * 10, values[4] * values[5] / 10 * 0.97, tolerance: 40);
    }

    [Fact]
    public async Task A_vertiv_pdu_shows_watts_and_a_register_that_wraps_at_ten_thousand_kilowatt_hours()
    {
        var pdu = _played.Device<RackPduDevice>("NJ-02/R01/A03", "pdu-a");
        var address = AddressOf("NJ-02/R01/A03", "pdu-a");
        _played.Faults.Put(new(FaultKind.Wrap, "NJ-02/R01/A03", "pdu-a", null, null));

        var before = await ValuesAsync(Community, address, $"{Vertiv}3.1.1.9.1 {Vertiv}3.1.1.12.1");
        _played.Pass(TimeSpan.FromHours(1));
        var after = await ValuesAsync(Community, address, $"{Vertiv}3.1.1.12.1");

        Assert.True(before[0] > 500);
        Assert.Equal(9_999_800, before[1]);
        Assert.InRange(after[0], 1, 5_000);
        Assert.Equal(pdu.Register.CountsAt(pdu.TrueMillijoules), after[0]);
    }

    [Fact]
    public async Task A_ups_shows_what_rfc_1628_has()
    {
        const string Output = ".1.3.6.1.2.1.33.1.4.4.1.4.";
        var ups = _played.Device<UpsDevice>("NJ-01", "ups-1");

        var values = await ValuesAsync(
            Community, AddressOf("NJ-01", "ups-1"), $"{Output}1 {Output}2 {Output}3 .1.3.6.1.2.1.33.1.4.1.0 .1.3.6.1.2.1.33.1.2.4.0");

        Assert.Equal(ups.Measured.Power.UpsOutput / 1_000.0, values[0] + values[1] + values[2], tolerance: 2);
        Assert.Equal([3, 100], values[3..]);
    }

    [Fact]
    public async Task A_sensor_shows_tenths_of_degrees_and_whole_percent()
    {
        var sensor = _played.Device<AirSensorDevice>("NJ-01/R01/A01", "env");

        var values = await ValuesAsync(Community, AddressOf("NJ-01/R01/A01", "env"), $"{Vertiv}1.7.0 {Vertiv}9.1.4.1 {Vertiv}9.1.5.1 {Vertiv}9.1.6.1");

        Assert.Equal([1, 1, Math.Round(sensor.Measured.Celsius * 10), Math.Round(sensor.Measured.Humidity * 100)], values);
    }

    [Fact]
    public async Task A_banks_device_answers_its_user_and_no_community()
    {
        var address = AddressOf("SZ-02/R01/A01", "pdu-a");

        var secured = await ValuesAsync(User, address, $"{Apc}4.3.1.5.1");
        var (code, lines) = await Walked.RunAsync("snmpget", Community, address, $"{Apc}4.3.1.5.1", Ending);

        Assert.True(secured[0] > 10);
        Assert.NotEqual(0, code);
        Assert.Contains(lines, line => line.Contains("Timeout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Uptime_counts_from_the_devices_start()
    {
        var pdu = _played.Device<RackPduDevice>("NJ-01/R01/A01", "pdu-a");

        var values = await ValuesAsync(Community, AddressOf("NJ-01/R01/A01", "pdu-a"), ".1.3.6.1.2.1.1.3.0");

        Assert.Equal((_played.Time.GetUtcNow() - pdu.StartedAt).TotalSeconds * 100 % 4_294_967_296, values[0], tolerance: 1);
    }

    [Fact]
    public async Task A_silent_device_lets_the_question_time_out_and_answers_when_the_fault_is_cleared()
    {
        var address = AddressOf("NJ-01/R01/A01", "pdu-a");
        var fault = _played.Faults.Put(new(FaultKind.Silent, "NJ-01/R01/A01", "pdu-a", null, null));

        var (during, _) = await Walked.RunAsync("snmpget", Community, address, $"{Apc}4.3.1.5.1", Ending);
        _played.Faults.Clear(fault.Id);
        var (after, _) = await Walked.RunAsync("snmpget", Community, address, $"{Apc}4.3.1.5.1", Ending);

        Assert.NotEqual(0, during);
        Assert.Equal(0, after);
    }

    [Fact]
    public async Task What_a_device_does_not_have_is_said_so()
    {
        var (_, lines) = await Walked.RunAsync("snmpget", Community, AddressOf("NJ-01", "ups-1"), $"{Apc}4.3.1.9.1", Ending);

        Assert.Contains("No Such", Assert.Single(lines), StringComparison.Ordinal);
    }

    static async Task<double[]> ValuesAsync(string credentials, string address, string names)
    {
        var (code, lines) = await Walked.RunAsync("snmpget", credentials, address, names, Ending);
        Assert.True(code == 0, string.Join('\n', lines));
        return [.. lines.Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))];
    }

    string AddressOf(string location, string name)
    {
        var plan = _played.Province.Plan.Facilities.SelectMany(facility => facility.Devices)
            .Single(device => device.Location.Path == location && device.Name == name);
        return $"{plan.Address}:{_port}";
    }

    static string[] Names(string[] lines) => [.. lines.Select(line => line.Split(' ')[0]).Where(name => name.StartsWith('.')).Distinct()];
}
