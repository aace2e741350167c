using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch;

/// <param name="Sites">By facility.</param>
public sealed record DispatchSettings(DispatchTerms Terms, ImmutableSortedDictionary<string, ISiteAdapter> Sites);
