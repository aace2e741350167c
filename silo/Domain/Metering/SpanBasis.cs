namespace DcOps.Domain.Metering;

/// <summary>What the energy of a span rests on.</summary>
public enum SpanBasis : byte
{
    /// <summary>Nothing: how much flowed is not known, and the span carries no energy.</summary>
    Unknown = 0,

    /// <summary>Two positions of one register.</summary>
    Register = 1,

    /// <summary>A mean power, or a register that began again without evidence.</summary>
    Estimate = 2,
}
