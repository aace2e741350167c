using DcOps.Collectors.Pipeline.Profiles;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Which profile is for which device, in the folder as it is shipped.</summary>
public sealed class RecognitionTests
{
    const string NetSnmp = "1.3.6.1.4.1.8072.3.2.10";
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    [Theory]
    [InlineData("1.3.6.1.4.1.318.1.3.4.6", "apc-rpdu2")]
    [InlineData("1.3.6.1.4.1.318.1.3.4.9", "apc-epdu")]
    [InlineData("1.3.6.1.4.1.318.1.3.27.2", "apc-ups")]
    [InlineData("1.3.6.1.4.1.534.6.6.7.1", "eaton-epdu")]
    [InlineData("1.3.6.1.4.1.534.1", "eaton-xups")]
    public void Is_the_one_with_the_longest_fitting_identity(string systemObjectId, string profile)
    {
        Assert.Equal(profile, Library.Recognise(systemObjectId, _ => false)?.Name);
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.2011.6.174.1.1.2.0", "huawei-ups")]
    [InlineData("1.3.6.1.4.1.2011.6.164.1.6.1.3.0", "huawei-smu")]
    [InlineData("1.3.6.1.2.1.33.1.2.1.0", "generic-ups")]
    [InlineData("1.3.6.1.2.1.99.1.1.1.1.1", "host-resources")]
    public void Is_known_by_its_fingerprint_where_the_identity_is_everybody_s(string instance, string profile)
    {
        Assert.Equal(profile, Library.Recognise(NetSnmp, address => address == instance || address == "1.3.6.1.2.1.25.1.1.0")?.Name);
    }

    [Fact]
    public void Is_refused_with_what_was_asked_when_nothing_fits()
    {
        var refused = Assert.IsType<RecognitionOutcome.Refused>(Library.Identify("1.3.6.1.4.1.99999", _ => false));

        Assert.StartsWith("sysObjectID 1.3.6.1.4.1.99999 is no profile's, and none of ", refused.Reason, StringComparison.Ordinal);
    }
}
