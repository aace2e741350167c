using DcOps.Contracts.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Meters;

/// <summary>Compares a table with the meter registry in force, and puts it in force when somebody who saw the difference says so.</summary>
public sealed class MeterImport(IMeterLedger ledger, Inventory inventory)
{
    /// <param name="file">Name of the file, for its faults.</param>
    /// <param name="text">The table, as <see cref="MeterCsv.Write"/> writes it.</param>
    /// <param name="consent">Null for the difference alone.</param>
    public async Task<MeterImportAnswer> AskAsync(string file, string text, MeterConsent? consent, CancellationToken cancellationToken)
    {
        if (MeterCsv.Read(file, text, out var faults) is not { } proposed)
            return new MeterImportAnswer.Faulty(faults);

        ImmutableArray<FacilityId> strangers =
            [.. proposed.Entries.Select(entry => entry.Facility).Distinct().Where(facility => !inventory.TryGet(facility, out _))];
        if (!strangers.IsEmpty)
            return new MeterImportAnswer.Strangers(strangers);

        var before = await ledger.MetersAsync(cancellationToken);
        var difference = await ledger.CompareAsync(proposed, cancellationToken);
        if (consent is null || difference.IsEmpty)
            return new MeterImportAnswer.Compared(before.Number, difference);

        return await ledger.ApplyAsync(proposed, consent.Basis, consent.Name, consent.Reason, cancellationToken) is { } applied
            ? new MeterImportAnswer.Applied(applied.Number, difference)
            : new MeterImportAnswer.Overtaken(before.Number, difference);
    }
}
