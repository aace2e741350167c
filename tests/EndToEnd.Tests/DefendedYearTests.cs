using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>
/// A played year with faulty meters, as files: imported, closed, filed and taken away. One figure by three routes that
/// share nothing below the import: the page, the table, and the bundle's own readings by a script without our code.
/// </summary>
public sealed partial class DefendedYearTests : IAsyncDisposable
{
    const int Facilities = 2;
    // A quarter-hour that is left out may carry some tenths more or less than the month's mean quarter-hour, of which there are 2,976.
    const double OfUnevenLoad = 2e-4;

    static readonly string[] Estimating = ["reset", "untold-reset", "meter-change"];

    readonly LivingProvince _province = new();
    readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _province.DisposeAsync();
    }

    [Fact]
    public async Task A_filed_month_with_resets_and_changed_meters_says_the_same_on_the_page_in_the_table_and_by_its_raw_readings()
    {
        var (openssl, python) = (ExternalProgram.Find("openssl", "openssl"), ExternalProgram.Find("python3", "python3"));
        var year = await PlayYearAsync();
        _province.LaunchProduct(Path.Combine(year, "site.json"));
        await ImportAsync(year);

        var (facility, month) = MostFaultyMonth(year);
        var id = await FileAsync(facility, month);
        var (page, table) = (await PageFigureAsync(id), await TableFigureAsync(facility, month));
        var bundle = await TakeBundleAsync(id);
        var (output, code) = await RunAsync(python, Path.Combine(bundle, "recompute.py"), bundle);
        Assert.Equal(0, code);
        var raw = output.Split('\n').Single(line => line.StartsWith("1,", StringComparison.Ordinal)).Split(',');

        Assert.Equal(table.Pue, page, 6);
        Assert.Equal(table.FacilityWattHours, long.Parse(raw[1], CultureInfo.InvariantCulture));
        Assert.Equal(table.ItWattHours, long.Parse(raw[2], CultureInfo.InvariantCulture));
        Assert.Equal(table.Pue, double.Parse(raw[^1], CultureInfo.InvariantCulture), 6);
        Assert.True(raw[3..5].Sum(text => long.Parse(text, CultureInfo.InvariantCulture)) > 0, "the month has nothing that had to be estimated");
        // The quarter-hour in which a meter is first read, seconds after it began, stays unknown: left out on both sides, and told.
        var truth = TruthOf(year, facility, month);
        Assert.InRange(table.FacilityWattHours / (truth.Facility * table.Completeness), 1 - OfUnevenLoad, 1 + OfUnevenLoad);
        Assert.InRange(table.ItWattHours / (truth.It * table.Completeness), 1 - OfUnevenLoad, 1 + OfUnevenLoad);

        Assert.Equal(0, await SignatureAsync(openssl, bundle));
        await ChangeAByteAsync(Path.Combine(bundle, "manifest.json"));
        Assert.NotEqual(0, await SignatureAsync(openssl, bundle));
    }

    async Task<string> PlayYearAsync()
    {
        // Two months and a half before this one are closed whatever day this is.
        var today = TimeProvider.System.GetUtcNow();
        var from = new DateTime(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(-6);
        var folder = _province.Of("year");
        var (_, code) = await RunAsync(
            ProductProgram.Simulator, "year", "--from", Day(from), "--to", Day(from.AddMonths(6)), "--facilities", $"{Facilities}",
            "--racks", "20", "--out", folder);
        Assert.Equal(0, code);
        return folder;
    }

    async Task ImportAsync(string year)
    {
        await _province.UntilPageAsync("/", "the first page answers", _ => true, Token);
        var files = Directory.GetFiles(year, "*.csv", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != year);
        var (output, code) = await RunAsync(ProductProgram.Standalone, ["readings", "import", "--to", _province.Address, .. files]);
        Assert.True(code == 0, output);
    }

    /// <summary>The month, long closed, with the most resets and changes of the meters on the two sides of the ratio.</summary>
    static (string Facility, string Month) MostFaultyMonth(string year)
    {
        var faults = Rows(Path.Combine(year, "faults.csv")).Where(row => Estimating.Contains(row[2]) && IsOfTheRatio(row[1])).ToList();
        var days = Rows(Path.Combine(year, "truth.csv")).Select(row => (Facility: row[0], Month: row[1][..7])).Distinct().ToList();
        var last = days.Select(day => day.Month).Max(StringComparer.Ordinal);
        return days.Where(day => day.Month != last)
            .MaxBy(day => faults.Count(row => row[0] == day.Facility && MonthOf(row[3]) == day.Month));
    }

    async Task<string> FileAsync(string facility, string month)
    {
        var address = new Uri($"{_province.Address}/reports/file?scope={facility}&kind=month&period={month}");
        var form = "";
        // Closes follow the import by themselves.
        for (var asked = 0; asked < 600 && !AntiforgeryToken().IsMatch(form); asked++)
        {
            form = await _client.GetStringAsync(address, Token);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Token);
        }

        var token = AntiforgeryToken().Match(form);
        Assert.True(token.Success, $"{facility} {month} was not closed:\n{_province.Output}");
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", WebUtility.HtmlDecode(token.Groups[1].Value)), new("_handler", "file"), new("Form.Author", "regulator"),
        ]);
        using var answer = await _client.PostAsync(address, content, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.RequestMessage!.RequestUri!.Segments[^1];
    }

    async Task<double> PageFigureAsync(string id)
    {
        var page = await _client.GetStringAsync(new Uri($"{_province.Address}/reports/{id}"), Token);
        return double.Parse(RawFigure().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    async Task<(double Pue, long FacilityWattHours, long ItWattHours, double Completeness)> TableFigureAsync(string facility, string month)
    {
        var text = await _client.GetStringAsync(new Uri($"{_province.Address}/pue.csv?period={month}&category=1"), Token);
        var lines = text.Split('\n').Select(line => line.Split(',')).ToList();
        var row = lines.Single(line => line[0] == facility);
        decimal Of(string column) => decimal.Parse(row[Array.IndexOf(lines[0], column)], CultureInfo.InvariantCulture);
        return (
            (double)Of("pue_ratio"), (long)(Of("facility_energy_kwh") * 1_000), (long)(Of("it_energy_kwh") * 1_000),
            (double)Of("completeness_percent") / 100);
    }

    async Task<string> TakeBundleAsync(string id)
    {
        var folder = _province.Of("bundle");
        var zip = _province.Of("bundle.zip");
        await File.WriteAllBytesAsync(zip, await _client.GetByteArrayAsync(new Uri($"{_province.Address}/reports/{id}/bundle.zip"), Token), Token);
        var (output, code) = await RunAsync(ProductProgram.Standalone, "statement", "verify", zip);
        Assert.True(code == 0, output);
        await ZipFile.ExtractToDirectoryAsync(zip, folder, Token);
        return folder;
    }

    static async Task<int> SignatureAsync(string openssl, string bundle) => (await RunAsync(
        openssl, "cms", "-verify", "-binary", "-inform", "DER", "-in", Path.Combine(bundle, "manifest.p7s"), "-content",
        Path.Combine(bundle, "manifest.json"), "-noverify", "-out", "/dev/null")).Code;

    static async Task ChangeAByteAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);
    }

    static (double Facility, double It) TruthOf(string year, string facility, string month)
    {
        var days = Rows(Path.Combine(year, "truth.csv")).Where(row => row[0] == facility && row[1].StartsWith(month, StringComparison.Ordinal)).ToList();
        double Sum(int column) => days.Sum(row => double.Parse(row[column], CultureInfo.InvariantCulture));
        return (Sum(2), Sum(3));
    }

    static async Task<(string Output, int Code)> RunAsync(string program, params string[] line)
    {
        await using var run = ExternalProgram.Start(program, line);
        var output = await run.UntilEndedAsync(Token);
        return (output, run.ExitCode);
    }

    static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split(','));

    static bool IsOfTheRatio(string meter) =>
        meter.StartsWith("utility-", StringComparison.Ordinal) || meter.StartsWith("ups-output-", StringComparison.Ordinal);

    static string MonthOf(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)
        .ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();

    [GeneratedRegex("data-raw=\"(1\\.[0-9]+)\"")]
    private static partial Regex RawFigure();
}
