namespace DcOps.Contracts.Collectors;

/// <summary>What a collector far away is to read and how, as the province keeps it.</summary>
/// <param name="Collector">Whose it is.</param>
/// <param name="Text">The configuration file: inventory of the site, and a section for each protocol.</param>
/// <param name="Profiles">Device profiles beside the ones that come with the program, in order of file name.</param>
public sealed record SiteConfiguration(string Collector, string Text, ImmutableArray<ProfileText> Profiles);
