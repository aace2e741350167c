using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>How a value stands in raw Modbus registers, an array of numbers from 0 to 65535.</summary>
public sealed record WordsDefinition
{
    /// <summary>Index of the first register in the array.</summary>
    [Range(0, 65_535)]
    public int At { get; init; }

    public WordForm Form { get; init; } = WordForm.Float32;

    /// <summary>A is the most significant byte of the value: <c>ABCD</c>, <c>CDAB</c>, <c>BADC</c>, <c>DCBA</c>.</summary>
    [Required, RegularExpression("ABCD|CDAB|BADC|DCBA", ErrorMessage = "must be ABCD, CDAB, BADC or DCBA.")]
    public string Order { get; init; } = "ABCD";
}
