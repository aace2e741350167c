using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A profile by itself, before the objects of those that it includes are put behind its own.</summary>
sealed record ProfileDraft(
    ConfigurationDocument Document,
    ProfileTitle Title,
    Recognition Recognition,
    SerialRule? Serial,
    ImmutableArray<PointRule> Rules,
    ImmutableArray<string> Includes);
