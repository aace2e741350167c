namespace DcOps.Domain.Statements.Printed;

/// <summary>How a cell of a bundle's table is written for people.</summary>
enum PrintedForm : byte
{
    /// <summary>As it stands.</summary>
    Text = 0,

    /// <summary>A value of the product's own, in words.</summary>
    Word = 1,

    /// <summary>Watt-hours, shown as kWh.</summary>
    Energy = 2,

    /// <summary>A share from 0 to 1, shown as per cent with four digits, so that none is rounded over a limit.</summary>
    Share = 3,

    Number = 4,

    /// <summary>An instant, shown in Beijing time.</summary>
    Instant = 5,

    Digest = 6,
}
