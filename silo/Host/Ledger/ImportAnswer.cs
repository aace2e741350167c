namespace DcOps.Silo.Host.Ledger;

/// <summary>What became of a part of an import.</summary>
/// <param name="Readings">Readings that are in the store now; read but not stored in a dry run.</param>
/// <param name="Faults">By line and column; the part is stored only when there is none.</param>
public sealed record ImportAnswer(int Readings, ImmutableArray<string> Faults);
