using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Kpis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DcOps.Dashboard.Tests.Compliance;

/// <summary>The address is the state of the page.</summary>
public sealed class ComplianceQueryTests
{
    [Fact]
    public void An_address_without_parameters_is_the_plain_list() => Assert.Equal("/pue", new ComplianceQuery().Address);

    [Fact]
    public void Everything_that_can_be_chosen_comes_back_from_its_address()
    {
        var query = new ComplianceQuery(
            "2026", PueCategory.Category2, RatioMethod.Characteristic, new(2025, 6, 1), ListedVerdict.InsufficientEvidence, "NJ", "dual-core",
            "云 & Co", "a=b", ListSort.Completeness, 3, ComplianceTab.Line, 1.25m, "national-policy/CN-2021-12-pue");

        Assert.Equal(query, Read(query.Address));
    }

    [Theory]
    [InlineData("/pue?page=0&sort=up&verdict=fine&category=9&line=99&rules=soon&tab=x&method=y")]
    [InlineData("/pue?page=-1&line=0.5&category=one")]
    public void What_does_not_read_is_as_if_it_had_not_been_given(string address) => Assert.Equal(new ComplianceQuery(), Read(address));

    [Fact]
    public void The_export_has_the_filters_of_the_page() =>
        Assert.Equal("/pue.csv?verdict=over&city=NJ", new ComplianceQuery(Verdict: ListedVerdict.Over, City: "NJ").CsvAddress);

    static ComplianceQuery Read(string address) =>
        ComplianceQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])));
}
