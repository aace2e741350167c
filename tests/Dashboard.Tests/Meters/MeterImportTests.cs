using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Meters;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Tests.Meters;

public sealed class MeterImportTests
{
    static readonly FacilityId Nanjing = FacilityId.Parse("NJ-01");
    static readonly MeterRegistry InForce = new([Meter(Nanjing, "main", 1_000_000), Meter(Nanjing, "ups", 500_000)]);
    static readonly MeterConsent Yes = new(3, "li.wei", "a larger breaker");

    readonly KeptRegistry _ledger = new(InForce);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_compared_and_nothing_is_written()
    {
        var answer = Assert.IsType<MeterImportAnswer.Compared>(await AskAsync(MeterCsv.Write(Larger), null));

        Assert.Equal(3, answer.Basis);
        Assert.Equal(("rated_kw", "1000", "1200"), Assert.Single(Assert.Single(answer.Difference.Changed).Fields));
        Assert.Equal((Nanjing, new DateOnly(2024, 1, 1)), Assert.Single(answer.Difference.Restates));
        Assert.Null(_ledger.Applied);
    }

    [Fact]
    public async Task It_is_put_in_force_by_who_saw_the_difference()
    {
        var answer = Assert.IsType<MeterImportAnswer.Applied>(await AskAsync(MeterCsv.Write(Larger), Yes));

        Assert.Equal((4, ("li.wei", "a larger breaker")), (answer.Number, _ledger.Applied));
    }

    [Fact]
    public async Task A_yes_to_an_older_registry_writes_nothing_and_shows_the_difference_again()
    {
        var answer = Assert.IsType<MeterImportAnswer.Overtaken>(await AskAsync(MeterCsv.Write(Larger), Yes with { Basis = 2 }));

        Assert.Equal(3, answer.Basis);
        Assert.Single(answer.Difference.Changed);
        Assert.Null(_ledger.Applied);
    }

    [Fact]
    public async Task The_same_registry_is_no_revision()
    {
        Assert.True(Assert.IsType<MeterImportAnswer.Compared>(await AskAsync(MeterCsv.Write(InForce), Yes)).Difference.IsEmpty);
        Assert.Null(_ledger.Applied);
    }

    [Fact]
    public async Task Facilities_that_the_inventory_does_not_have_are_named()
    {
        var answer = Assert.IsType<MeterImportAnswer.Strangers>(
            await AskAsync(MeterCsv.Write(new([.. InForce.Entries, Meter(FacilityId.Parse("XX-99"), "main", 1_000)])), Yes));

        Assert.Equal(["XX-99"], answer.Facilities.Select(facility => facility.Value));
        Assert.Null(_ledger.Applied);
    }

    [Fact]
    public async Task A_faulty_table_is_refused_whole_with_file_line_and_column()
    {
        var text = MeterCsv.Write(Larger).Replace("1200", "much", StringComparison.Ordinal);

        var fault = Assert.Single(Assert.IsType<MeterImportAnswer.Faulty>(await AskAsync(text, Yes)).Faults);

        Assert.Equal(("new.csv", 2, "rated_kw"), (fault.File, fault.Line, fault.Column));
        Assert.Null(_ledger.Applied);
    }

    static MeterRegistry Larger => new([Meter(Nanjing, "main", 1_200_000), Meter(Nanjing, "ups", 500_000)]);

    Task<MeterImportAnswer> AskAsync(string text, MeterConsent? consent) => new MeterImport(_ledger, Inventory).AskAsync("new.csv", text, consent, Token);

    static Inventory Inventory => new(
        ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null)],
        [new(Nanjing, CityCode.Parse("NJ"), new("NJ-01", "NJ-01"), [], [], null)]);

    static RegisteredMeter Meter(FacilityId facility, string meter, double watts) => new(
        facility, meter, meter == "main" ? MeterRole.UtilityEntrance : MeterRole.UpsOutput, MeterCarrier.Electricity, null, null, null, watts, 1, null,
        0.5, null, null, null, false, new(2024, 1, 1), null);

    /// <summary>Revision 3 is in force.</summary>
    sealed class KeptRegistry(MeterRegistry registry) : IMeterLedger
    {
        public (string Author, string Reason)? Applied { get; private set; }

        public Task<MeterRegistryRevision> MetersAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new MeterRegistryRevision(3, DateTimeOffset.UnixEpoch, "clerk", "before", registry));

        public Task<ImmutableArray<MeterRegistryRevision>> MeterRevisionsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<ImmutableArray<MeterRegistryRevision>>([]);

        public Task<MeterRegistryDifference> CompareAsync(MeterRegistry proposed, CancellationToken cancellationToken) =>
            Task.FromResult(MeterRegistryDifference.Between(registry, proposed));

        public Task<MeterRegistryRevision?> ApplyAsync(
            MeterRegistry proposed, int basis, string author, string reason, CancellationToken cancellationToken)
        {
            if (basis != 3)
                return Task.FromResult<MeterRegistryRevision?>(null);

            Applied = (author, reason);
            return Task.FromResult<MeterRegistryRevision?>(new(4, DateTimeOffset.UnixEpoch, author, reason, proposed));
        }

        public Task<FacilityDeclaration?> DeclarationAsync(FacilityId facility, CancellationToken cancellationToken) =>
            Task.FromResult<FacilityDeclaration?>(null);
    }
}
