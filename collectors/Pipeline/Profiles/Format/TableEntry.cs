using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A table of a device, as a profile's file writes it.</summary>
sealed class TableEntry
{
    /// <summary>Its name in the MIB, for people.</summary>
    public required string Table { get; init; }

    /// <summary>Names for the components of a row's index, in order; the last with an asterisk takes all that follows.</summary>
    [MinLength(1)]
    public required string[] Index { get; init; }

    /// <summary>The component that counts the members of a chain behind one address; absent when there is none.</summary>
    public string? Member { get; init; }

    /// <summary>The object that says a row's member, where the index does not.</summary>
    public ObjectEntry? MemberBy { get; init; }

    /// <summary>
    /// Which part a row is. <c>total</c>: a single row is the whole device; of several, each is an <c>input</c> and their sum the whole.
    /// </summary>
    public required PartKind Part { get; init; }

    /// <summary>How the part's number follows from the index.</summary>
    public required NumberRule Number { get; init; }

    /// <summary>The object that says the part's number, where the index merely counts rows; when it is silent, the index does.</summary>
    public ObjectEntry? NumberBy { get; init; }

    /// <summary>Added to the number, so that the parts of two tables of one kind do not collide.</summary>
    [Range(0, 60_000)]
    public int Offset { get; init; }

    /// <summary>Quantities whose sum over all rows is the whole device's.</summary>
    public Quantity[] Totals { get; init; } = [];

    [MinLength(1)]
    public required PointEntry[] Columns { get; init; }
}
